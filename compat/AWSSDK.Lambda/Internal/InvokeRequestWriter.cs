#nullable disable // as the package that this stands in for

using System.Globalization;
using System.Text;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Internal;

/// <summary>An Invoke as an HTTP request.</summary>
internal sealed class InvokeRequestWriter : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var invoke = (InvokeRequest)input;
        var body = Encoding.UTF8.GetBytes(invoke.Payload ?? "");
        var request = new DefaultRequest(invoke, "Amazon.Lambda")
        {
            HttpMethod = "POST",
            ResourcePath = "/2015-03-31/functions/{FunctionName}/invocations",
            ContentStream = new MemoryStream(body),
        };
        request.AddPathResource("{FunctionName}", invoke.FunctionName);
        request.Headers["Content-Type"] = "application/json";
        request.Headers["Content-Length"] = body.Length.ToString(CultureInfo.InvariantCulture);
        return request;
    }
}
