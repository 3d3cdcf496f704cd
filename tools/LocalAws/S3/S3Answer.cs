using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Drawbridge.LocalAws.S3;

/// <summary>Writes one answer of S3. Every answer carries a request id.</summary>
internal sealed class S3Answer
{
    private readonly HttpContext _http;
    private readonly string _requestId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
    private readonly string _hostId = Convert.ToBase64String(RandomNumberGenerator.GetBytes(36));

    public S3Answer(HttpContext http)
    {
        _http = http;
        Headers["x-amz-request-id"] = _requestId;
        Headers["x-amz-id-2"] = _hostId;
        Headers.Server = "AmazonS3";
    }

    private IHeaderDictionary Headers => _http.Response.Headers;

    /// <summary>The headers by which a version is known.</summary>
    public void Describe(StoredObject stored)
    {
        Headers.ETag = stored.QuotedETag;
        Headers["x-amz-version-id"] = stored.VersionId;
    }

    public void AddChecksum(StoredObject stored)
    {
        if (stored.Checksum is { } checksum)
        {
            Headers[checksum.Header] = checksum.Value;
            Headers["x-amz-checksum-type"] = "FULL_OBJECT";
        }
    }

    public void NotModified() => _http.Response.StatusCode = StatusCodes.Status304NotModified;

    public void Created(string bucket) => Headers.Location = '/' + bucket;

    public void InRegion(string region) => Headers["x-amz-bucket-region"] = region;

    public void Deleted(StoredObject? deleted)
    {
        _http.Response.StatusCode = StatusCodes.Status204NoContent;
        if (deleted is not null)
        {
            Headers["x-amz-version-id"] = deleted.VersionId;
        }

        if (deleted?.IsDeleteMarker == true)
        {
            Headers["x-amz-delete-marker"] = "true";
        }
    }

    /// <exception cref="S3Exception">The range lies outside the object.</exception>
    public async Task Download(StoredObject stored, IHeaderDictionary asked)
    {
        var (from, length) = Range(asked.Range.FirstOrDefault(), stored.Content.Length);
        foreach (var (name, value) in stored.Headers)
        {
            Headers[name] = value;
        }

        Headers.LastModified = stored.LastModified.ToString("R", CultureInfo.InvariantCulture);
        Headers.AcceptRanges = "bytes";
        Headers.ContentLength = length;
        if (length < stored.Content.Length)
        {
            _http.Response.StatusCode = StatusCodes.Status206PartialContent;
            Headers.ContentRange = $"bytes {from}-{from + length - 1}/{stored.Content.Length}";
        }
        else if (asked["x-amz-checksum-mode"] == "ENABLED")
        {
            AddChecksum(stored);
        }

        await WriteBody(stored.Content.Slice(from, length));
    }

    public Task Xml(byte[] body)
    {
        Headers.ContentType = "application/xml";
        Headers.ContentLength = body.Length;
        return WriteBody(body);
    }

    public Task Refuse(S3Exception refusal, S3Request? request)
    {
        _http.Response.StatusCode = refusal.Error.Status;
        foreach (var (name, value) in refusal.Headers)
        {
            Headers[name] = value;
        }

        return Xml(S3Xml.Error(refusal.Error, request, _requestId, _hostId));
    }

    private static (int From, int Length) Range(string? header, int size)
    {
        if (!RangeHeaderValue.TryParse(header, out var parsed) || parsed.Ranges.Count != 1)
        {
            return (0, size);
        }

        var range = parsed.Ranges.Single();
        var from = range.From ?? Math.Max(0, size - range.To!.Value);
        var to = range.From is null ? size - 1 : Math.Min(range.To ?? long.MaxValue, size - 1);
        return from > to ? throw new S3Exception(S3Error.InvalidRange) : ((int)from, (int)(to - from + 1));
    }

    private Task WriteBody(ReadOnlyMemory<byte> body)
    {
        return HttpMethods.IsHead(_http.Request.Method)
            ? Task.CompletedTask
            : _http.Response.Body.WriteAsync(body, _http.RequestAborted).AsTask();
    }
}
