using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Drawbridge.Problems;

namespace Drawbridge.Scripts;

/// <summary>What a script file holds: text that is safe to read and to send.</summary>
/// <param name="Text">The text without its byte-order mark; line endings as they are in the file.</param>
/// <param name="Checksum">Identifies the content whatever the line endings: see <see cref="Scripts.Checksum"/>.</param>
/// <param name="Sha256">Of the file's bytes as they are.</param>
/// <param name="Size">In bytes.</param>
public sealed record ScriptContent(string Text, string Checksum, string Sha256, int Size)
{
    /// <summary>Whether the file begins with a byte-order mark.</summary>
    public bool HasByteOrderMark { get; private init; }

    /// <summary>The largest script, in bytes.</summary>
    public const int MaximumSize = 16 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<byte> Space = SearchValues.Create(" \t\f\v\r\n"u8);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Reads a file's bytes, or names the one thing that makes them unusable; the path names the script in it.
    /// </summary>
    public static bool TryRead(
        string path,
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out ScriptContent? content,
        [NotNullWhen(false)] out FileHygiene? problem)
    {
        content = null;
        problem = Flaw(path, bytes);
        if (problem is null)
        {
            var text = StrictUtf8.GetString(WithoutMark(bytes));
            var sha256 = Scripts.Checksum.OfBytes(bytes);
            var checksum = IsPlain(bytes) ? sha256 : Scripts.Checksum.OfText(text);
            content = new ScriptContent(text, checksum, sha256, bytes.Length)
            {
                HasByteOrderMark = bytes.StartsWith(ByteOrderMark),
            };
        }

        return problem is null;
    }

    /// <summary>Whether the checksum, which counts neither mark nor CR, is the hash of the bytes as they are.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> bytes) =>
        !bytes.StartsWith(ByteOrderMark) && bytes.IndexOf("\r\n"u8) < 0;

    private static FileHygiene? Flaw(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumSize)
        {
            return FileHygiene.TooLarge(path, bytes.Length, MaximumSize);
        }

        var text = WithoutMark(bytes);
        if (text.IndexOfAnyExcept(Space) < 0)
        {
            return FileHygiene.Empty(path);
        }

        if (!Utf8.IsValid(bytes) && FirstInvalidByte(bytes) is { } offset)
        {
            return FileHygiene.NotUtf8(path, LineAt(bytes, offset));
        }

        var nul = bytes.IndexOf((byte)0);
        return nul >= 0 ? FileHygiene.Nul(path, LineAt(bytes, nul)) : null;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    private static int? FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed) != OperationStatus.Done)
            {
                return position;
            }

            position += consumed;
        }

        return null;
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int offset) => bytes[..offset].Count((byte)'\n') + 1;
}
