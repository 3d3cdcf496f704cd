using System.Security.Cryptography;

namespace Drawbridge.Bucket;

/// <summary>How S3 spells things.</summary>
internal static class S3Values
{
    /// <summary>S3 calls the one version of an object without versions "null".</summary>
    public static string? VersionId(string? versionId) => versionId is "null" or "" ? null : versionId;

    public static DateTimeOffset Utc(DateTime? time) => new((time ?? DateTime.UnixEpoch).ToUniversalTime());

    public static string Base64Sha256(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(SHA256.HashData(bytes));

    /// <summary>
    /// Null for a checksum of checksums, which a multipart upload leaves and which ends in <c>-parts</c>.
    /// </summary>
    public static string? HexOf(string? base64Sha256)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return base64Sha256 is not null
            && Convert.TryFromBase64String(base64Sha256, hash, out var length)
            && length == hash.Length
            ? Convert.ToHexStringLower(hash)
            : null;
    }
}
