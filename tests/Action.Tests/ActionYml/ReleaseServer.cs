using System.Net;
using System.Net.Sockets;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>Serves an archive as the page of a release does.</summary>
internal sealed class ReleaseServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _archive;
    private readonly Queue<HttpStatusCode> _failures;

    /// <summary>Starts it.</summary>
    /// <param name="archive">What it serves.</param>
    /// <param name="failures">What it answers before that.</param>
    public ReleaseServer(byte[] archive, params IEnumerable<HttpStatusCode> failures)
    {
        (_archive, _failures) = (archive, new Queue<HttpStatusCode>(failures));
        var address = $"http://127.0.0.1:{FreePort()}/";
        Address = new Uri($"{address}drawbridge-action-linux-x64.zip");
        _listener.Prefixes.Add(address);
        _listener.Start();
        _ = Serve();
    }

    public Uri Address { get; }

    /// <summary>How often somebody asked.</summary>
    public int Requests { get; private set; }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            var http = await _listener.GetContextAsync();
            Requests++;
            if (_failures.TryDequeue(out var failure))
            {
                http.Response.StatusCode = (int)failure;
            }
            else
            {
                await http.Response.OutputStream.WriteAsync(_archive);
            }

            http.Response.Close();
        }
    }
}
