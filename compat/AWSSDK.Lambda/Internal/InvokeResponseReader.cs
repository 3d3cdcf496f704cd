#nullable disable // as the package that this stands in for

using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Internal;

/// <summary>The HTTP response to an Invoke.</summary>
internal sealed class InvokeResponseReader : JsonResponseUnmarshaller
{
    private const string FunctionError = "X-Amz-Function-Error";

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var payload = new MemoryStream();
        input.Stream.CopyTo(payload);
        payload.Position = 0;
        var headers = input.ResponseData;
        return new InvokeResponse
        {
            Payload = payload,
            FunctionError = headers.IsHeaderPresent(FunctionError) ? headers.GetHeaderValue(FunctionError) : null,
        };
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        return new AmazonLambdaException(
            error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
