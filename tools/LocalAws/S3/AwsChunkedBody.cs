using System.Globalization;
using System.Text;

namespace Drawbridge.LocalAws.S3;

/// <summary>
/// A body in <c>aws-chunked</c> form: <c>size;chunk-signature=…</c> lines before the chunks, and after the last one
/// the trailing headers. The SDKs send it by default. Signatures are read over, not checked.
/// </summary>
internal sealed record AwsChunkedBody(ReadOnlyMemory<byte> Content, IReadOnlyDictionary<string, string> Trailers)
{
    /// <exception cref="S3Exception">The body ends early or is not in this form.</exception>
    public static AwsChunkedBody Decode(ReadOnlyMemory<byte> body)
    {
        var content = new MemoryStream(body.Length);
        var rest = body.Span;
        while (ReadSize(TakeLine(ref rest)) is > 0 and var size)
        {
            if (rest.Length < size + 2)
            {
                throw new S3Exception(S3Error.IncompleteBody);
            }

            content.Write(rest[..size]);
            rest = rest[(size + 2)..];
        }

        return new AwsChunkedBody(content.ToArray(), ReadTrailers(rest));
    }

    private static Dictionary<string, string> ReadTrailers(ReadOnlySpan<byte> rest)
    {
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (!rest.IsEmpty && TakeLine(ref rest) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                throw new S3Exception(S3Error.MalformedTrailer);
            }

            trailers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return trailers;
    }

    private static string TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf("\r\n"u8);
        if (end < 0)
        {
            throw new S3Exception(S3Error.IncompleteBody);
        }

        var line = Encoding.ASCII.GetString(rest[..end]);
        rest = rest[(end + 2)..];
        return line;
    }

    private static int ReadSize(string line)
    {
        return int.TryParse(line.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) && size >= 0
            ? size
            : throw new S3Exception(S3Error.IncompleteBody);
    }
}
