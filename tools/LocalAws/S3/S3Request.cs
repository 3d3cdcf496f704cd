using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Drawbridge.LocalAws.S3;

/// <summary>A request with the bucket and the key it is about; either is empty when it names none.</summary>
internal sealed record S3Request(HttpRequest Http, string Bucket, string Key)
{
    private const int LongestKey = 1024;

    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "s3.localhost"];

    public string? VersionId => Http.Query["versionId"].FirstOrDefault();

    /// <summary>
    /// Reads both forms: <c>host/bucket/key</c> and <c>bucket.host/key</c>. The key comes from the target as it was
    /// sent, because a key may hold '..' and '//', which a path loses.
    /// </summary>
    /// <exception cref="S3Exception">The key is longer than S3 allows.</exception>
    public static S3Request Read(HttpRequest http)
    {
        var target = http.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?', 2)[0][1..];
        if (HostedBucket(http.Host.Host) is not { } bucket)
        {
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            (bucket, path) = slash < 0 ? (path, "") : (path[..slash], path[(slash + 1)..]);
        }

        var key = Uri.UnescapeDataString(path);
        return Encoding.UTF8.GetByteCount(key) > LongestKey
            ? throw new S3Exception(S3Error.KeyTooLong)
            : new S3Request(http, Uri.UnescapeDataString(bucket), key);
    }

    private static string? HostedBucket(string host)
    {
        if (host.EndsWith(".amazonaws.com", StringComparison.Ordinal))
        {
            var end = host.IndexOf(".s3.", StringComparison.Ordinal);
            return end < 0 ? null : host[..end];
        }

        return Hosts.Where(known => host.EndsWith('.' + known, StringComparison.Ordinal) && !Hosts.Contains(host))
            .Select(known => host[..^(known.Length + 1)])
            .LastOrDefault();
    }
}
