using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Drawbridge.Bucket;

/// <summary>What a listing says of an object.</summary>
/// <param name="Key">Its whole key.</param>
/// <param name="ETag">In quotes, as S3 writes it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="LastModified">When it was written, by S3's clock.</param>
/// <param name="VersionId">Null in a bucket without versions, and in a listing that doesn't say.</param>
public sealed record ListedObject(string Key, string ETag, long Size, DateTimeOffset LastModified, string? VersionId)
{
    /// <summary>
    /// Whether the object holds exactly these bytes; null when the ETag can't tell, since only objects written in
    /// one piece and without a KMS key have the MD5 there.
    /// </summary>
    [SuppressMessage(
        "Security",
        "CA5351:Do not use broken cryptographic algorithms",
        Justification = "S3 decides what an ETag is; what gets applied is proved by SHA-256.")]
    public bool? Holds(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            return false;
        }

        var isMd5OfBytes = ETag.Trim('"')
            .Equals(Convert.ToHexStringLower(MD5.HashData(bytes)), StringComparison.OrdinalIgnoreCase);
        return isMd5OfBytes ? true : null;
    }
}
