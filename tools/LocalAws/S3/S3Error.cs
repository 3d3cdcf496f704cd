namespace Drawbridge.LocalAws.S3;

/// <summary>An answer that is not the one hoped for, in S3's own codes and words.</summary>
internal sealed record S3Error(int Status, string Code, string Message)
{
    public static S3Error AccessDenied => new(403, "AccessDenied", "Access Denied");

    public static S3Error BucketAlreadyOwnedByYou => new(
        409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.");

    public static S3Error IncompleteBody => new(
        400, "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header.");

    public static S3Error InvalidAccessKeyId => new(
        403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");

    public static S3Error InvalidBucketName => new(400, "InvalidBucketName", "The specified bucket is not valid.");

    public static S3Error InvalidRange => new(416, "InvalidRange", "The requested range is not satisfiable");

    public static S3Error KeyTooLong => new(400, "KeyTooLongError", "Your key is too long");

    public static S3Error MalformedTrailer => new(
        400, "MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    public static S3Error MethodNotAllowed => new(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");

    public static S3Error NoSuchBucket => new(404, "NoSuchBucket", "The specified bucket does not exist");

    public static S3Error NoSuchKey => new(404, "NoSuchKey", "The specified key does not exist.");

    public static S3Error NoSuchVersion => new(404, "NoSuchVersion", "The specified version does not exist.");

    public static S3Error PreconditionFailed => new(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");

    public static S3Error SlowDown => new(503, "SlowDown", "Please reduce your request rate.");

    public static S3Error ContentSha256Mismatch => new(
        400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");

    public static S3Error BadDigest(string algorithm) => new(
        400, "BadDigest", $"The {algorithm} you specified did not match the calculated checksum.");

    public static S3Error InvalidArgument(string message) => new(400, "InvalidArgument", message);

    public static S3Error NotImplemented(string what) => new(
        501, "NotImplemented", $"LocalAws does not know {what}; tools/LocalAws/README.md says what it does.");
}
