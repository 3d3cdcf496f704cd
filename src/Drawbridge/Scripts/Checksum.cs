using System.Security.Cryptography;
using System.Text;

namespace Drawbridge.Scripts;

/// <summary>
/// SHA-256 in lower-case hex. A script's checksum leaves out the byte-order mark and counts CRLF as LF, so a
/// checkout's line-ending setting can't look like a change; the hash of its raw bytes proves a download.
/// </summary>
public static class Checksum
{
    /// <summary>Digits in a checksum.</summary>
    public const int Length = 64;

    /// <summary>The checksum of a script's text, mark already removed.</summary>
    public static string OfText(string text) =>
        OfBytes(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal)));

    /// <summary>The hash of bytes as they are.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Whether the text could be a checksum.</summary>
    public static bool IsValid(string text) =>
        text.Length == Length && text.All(character => char.IsAsciiDigit(character) || character is >= 'a' and <= 'f');
}
