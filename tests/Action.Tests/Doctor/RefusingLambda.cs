using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Drawbridge.GitHubAction.Tests.Doctor;

/// <summary>Answers every Invoke with the same error, as Lambda writes errors.</summary>
internal sealed class RefusingLambda : IDisposable
{
    private readonly HttpListener _listener = new();

    public RefusingLambda(int status, string type)
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + '/');
        _listener.Start();
        _ = Refuse(status, type);
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Refuse(int status, string type)
    {
        try
        {
            while (true)
            {
                var exchange = await _listener.GetContextAsync();
                exchange.Response.StatusCode = status;
                exchange.Response.Headers["x-amzn-ErrorType"] = type;
                exchange.Response.ContentType = "application/json";
                await exchange.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("""{"Message":"no"}"""));
                exchange.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
