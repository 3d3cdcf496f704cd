using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Drawbridge.Problems;

namespace Drawbridge.Bucket;

/// <summary>Says in our words what an S3 request failed of.</summary>
/// <param name="bucket">Its name.</param>
/// <param name="address">The host and port that were tried.</param>
internal sealed class S3Failure(string bucket, string address)
{
    private static readonly string[] RefusedCredentials =
        ["InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "RequestTimeTooSkewed", "TokenRefreshRequired"];

    /// <summary>Reading found no such object or version, or the version known already.</summary>
    public static bool IsNothingNew(AmazonS3Exception exception) =>
        exception.ErrorCode is "NoSuchKey" or "NoSuchVersion"
        // A version that is a delete marker; the version known already.
        || exception.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotModified
        // A version id that S3 never gave.
        || (exception.ErrorCode == "InvalidArgument" && exception.Message.Contains("version id", StringComparison.OrdinalIgnoreCase));

    /// <summary>The condition of a conditional write did not hold.</summary>
    public static bool IsLostWrite(AmazonS3Exception exception) =>
        exception.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict
            || exception.ErrorCode == "NoSuchKey";

    /// <summary>The problem behind an exception of the SDK or the network; null for any other exception.</summary>
    /// <param name="exception">As caught.</param>
    /// <param name="request">What was asked, such as <c>s3:GetObject</c> with its key.</param>
    public Problem? ProblemOf(Exception exception, string request) => exception switch
    {
        AmazonS3Exception { ErrorCode: "NoSuchBucket" } => new BucketMissing(bucket, address),
        AmazonS3Exception refused when IsRefusal(refused) =>
            new BucketDenied(bucket, request, refused.ErrorCode ?? "403"),
        AmazonServiceException answered when (int)answered.StatusCode > 0 =>
            Unreachable($"it answered {(int)answered.StatusCode} {answered.ErrorCode}"),
        AmazonClientException or IOException or HttpRequestException or TimeoutException or OperationCanceledException =>
            Unreachable(exception.GetBaseException().Message),
        _ => null,
    };

    /// <summary>Nothing came back in time.</summary>
    public BucketUnreachable Silent(TimeSpan limit) => Unreachable($"no answer within {limit.TotalSeconds:0} s");

    /// <summary>The body ended early, more than once.</summary>
    public BucketUnreachable Cut(string key) => Unreachable($"the transfer of '{key}' was cut off");

    private static bool IsRefusal(AmazonS3Exception exception) =>
        exception.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized
            || RefusedCredentials.Contains(exception.ErrorCode);

    private BucketUnreachable Unreachable(string reason) => new(bucket, address, reason.TrimEnd('.'));
}
