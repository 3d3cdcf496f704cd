using Drawbridge.LocalAws.S3;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Faults;

/// <summary>An answer that is kept back until somebody decides how much of it is sent.</summary>
internal sealed class HeldAnswer : IAsyncDisposable
{
    private readonly MemoryStream _body = new();
    private readonly HttpContext _http;
    private readonly Stream _wire;

    public HeldAnswer(HttpContext http)
    {
        _http = http;
        _wire = http.Response.Body;
        http.Response.Body = _body;
    }

    public int Length => (int)_body.Length;

    /// <summary>Sends the headers, and so many bytes of the body.</summary>
    public async Task Send(int count)
    {
        _http.Response.Body = _wire;
        await _wire.WriteAsync(_body.GetBuffer().AsMemory(0, count), _http.RequestAborted);
        await _wire.FlushAsync(_http.RequestAborted);
    }

    /// <summary>
    /// Takes away what would tell a client that something is missing: the checksum, and an ETag that is the body's MD5,
    /// which it is not for every object.
    /// </summary>
    public void Disguise()
    {
        var headers = _http.Response.Headers;
        foreach (var name in headers.Keys.Where(name => name.StartsWith(Checksum.HeaderPrefix, StringComparison.Ordinal)).ToList())
        {
            headers.Remove(name);
        }

        headers.ETag = "\"0-1\"";
    }

    public ValueTask DisposeAsync()
    {
        _http.Response.Body = _wire;
        return _body.DisposeAsync();
    }
}
