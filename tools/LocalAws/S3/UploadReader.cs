using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.S3;

/// <summary>Reads the body of a put and verifies everything that its sender said about it.</summary>
internal static class UploadReader
{
    private static readonly string[] Kept = ["Content-Type", "Content-Disposition", "Content-Language", "Cache-Control", "Expires"];

    /// <exception cref="S3Exception">
    /// The body is not what its headers or trailers say, or a condition is unknown.
    /// </exception>
    public static async Task<Upload> Read(S3Request request)
    {
        var http = request.Http;
        var (content, trailers) = await ReadBody(http);
        VerifyMd5(http.Headers.ContentMD5, content.Span);
        return new Upload(request.Key, content)
        {
            Checksum = VerifyChecksum(http.Headers, trailers, content.Span),
            Headers = KeptHeaders(http.Headers),
            IfMatch = http.Headers.IfMatch.FirstOrDefault(),
            OnlyIfAbsent = http.Headers.IfNoneMatch.FirstOrDefault() switch
            {
                null => false,
                "*" => true,
                _ => throw new S3Exception(S3Error.NotImplemented("an If-None-Match other than '*' on a put")),
            },
        };
    }

    private static async Task<AwsChunkedBody> ReadBody(HttpRequest http)
    {
        using var buffer = new MemoryStream();
        await http.Body.CopyToAsync(buffer, http.HttpContext.RequestAborted);
        var raw = buffer.ToArray();
        var hash = http.Headers["x-amz-content-sha256"].ToString();
        if (hash.StartsWith("STREAMING-", StringComparison.Ordinal))
        {
            var body = AwsChunkedBody.Decode(raw);
            var expected = http.Headers["x-amz-decoded-content-length"].ToString();
            return expected == body.Content.Length.ToString(CultureInfo.InvariantCulture)
                ? body
                : throw new S3Exception(S3Error.IncompleteBody);
        }

        var isHash = hash.Length == SHA256.HashSizeInBytes * 2;
        return isHash && hash != Convert.ToHexStringLower(SHA256.HashData(raw))
            ? throw new S3Exception(S3Error.ContentSha256Mismatch)
            : new AwsChunkedBody(raw, new Dictionary<string, string>());
    }

    private static Checksum? VerifyChecksum(
        IHeaderDictionary headers, IReadOnlyDictionary<string, string> trailers, ReadOnlySpan<byte> content)
    {
        if (headers["x-amz-trailer"].FirstOrDefault() is { } announced && !trailers.ContainsKey(announced))
        {
            throw new S3Exception(S3Error.MalformedTrailer);
        }

        var checksum = headers.Select(header => new Checksum(header.Key, header.Value.ToString()))
            .Concat(trailers.Select(trailer => new Checksum(trailer.Key, trailer.Value)))
            .FirstOrDefault(IsChecksum);
        return checksum?.Matches(content) switch
        {
            false => throw new S3Exception(S3Error.BadDigest(checksum.Algorithm)),
            null when checksum is not null =>
                throw new S3Exception(S3Error.NotImplemented($"the checksum '{checksum.Algorithm}'")),
            _ => checksum,
        };
    }

    private static bool IsChecksum(Checksum candidate)
    {
        return candidate.Header.StartsWith(Checksum.HeaderPrefix, StringComparison.OrdinalIgnoreCase)
            && !candidate.Header.EndsWith("-algorithm", StringComparison.OrdinalIgnoreCase)
            && !candidate.Header.EndsWith("-type", StringComparison.OrdinalIgnoreCase);
    }

    [SuppressMessage(
        "Security",
        "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "Content-MD5 is an MD5.")]
    private static void VerifyMd5(string? expected, ReadOnlySpan<byte> content)
    {
        if (expected is not null && expected != Convert.ToBase64String(MD5.HashData(content)))
        {
            throw new S3Exception(S3Error.BadDigest("Content-MD5"));
        }
    }

    private static Dictionary<string, string> KeptHeaders(IHeaderDictionary headers)
    {
        var kept = headers
            .Where(header => Kept.Contains(header.Key, StringComparer.OrdinalIgnoreCase)
                || header.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => header.Value.ToString());
        var encodings = headers.ContentEncoding.ToString().Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(encoding => encoding != "aws-chunked");
        if (string.Join(',', encodings) is { Length: > 0 } encoding)
        {
            kept["Content-Encoding"] = encoding;
        }

        return kept;
    }
}
