#nullable disable // as published: the package has no nullable annotations

using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Lambda refused a request.</summary>
public class AmazonLambdaException : AmazonServiceException
{
    /// <summary>With what Lambda said.</summary>
    public AmazonLambdaException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
