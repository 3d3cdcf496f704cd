namespace Drawbridge.Bucket;

/// <summary>An object of the bucket, read whole.</summary>
/// <param name="Bytes">All of it: as many as S3 announced.</param>
/// <param name="ETag">In quotes, as S3 writes it.</param>
/// <param name="VersionId">Null in a bucket without versions.</param>
/// <param name="LastModified">When it was written, by S3's clock.</param>
public sealed record BucketObject(
    ReadOnlyMemory<byte> Bytes, string ETag, string? VersionId, DateTimeOffset LastModified);
