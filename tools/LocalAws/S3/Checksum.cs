using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Drawbridge.LocalAws.S3;

/// <summary>A checksum that an upload carried: the header that named it and its base64 value.</summary>
internal sealed record Checksum(string Header, string Value)
{
    /// <summary>What every header that carries a checksum begins with.</summary>
    public const string HeaderPrefix = "x-amz-checksum-";

    /// <summary>The algorithm as S3 spells it in its messages, such as <c>CRC32</c>.</summary>
    public string Algorithm => Header[HeaderPrefix.Length..].ToUpperInvariant();

    /// <summary>Whether the content is what the sender hashed; null for an algorithm that S3 does not know.</summary>
    public bool? Matches(ReadOnlySpan<byte> content) =>
        Hash(content) is { } hash ? Convert.ToBase64String(hash) == Value : null;

    [SuppressMessage(
        "Security",
        "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "S3 offers SHA-1 as a checksum.")]
    private byte[]? Hash(ReadOnlySpan<byte> content) => Algorithm switch
    {
        "CRC32" => ReflectedCrc.Crc32.Hash(content),
        "CRC32C" => ReflectedCrc.Crc32C.Hash(content),
        "CRC64NVME" => ReflectedCrc.Crc64Nvme.Hash(content),
        "SHA1" => SHA1.HashData(content),
        "SHA256" => SHA256.HashData(content),
        _ => null,
    };
}
