namespace Drawbridge.Bucket;

/// <summary>What S3 says of an object that was just written.</summary>
/// <param name="ETag">In quotes, as S3 writes it.</param>
/// <param name="VersionId">Null in a bucket without versions.</param>
public sealed record WrittenObject(string ETag, string? VersionId);
