using System.Net;
using System.Net.Sockets;

namespace Drawbridge.Engine.Tests;

/// <summary>A network that loses the server's answer to the first COMMIT, and breaks or falls silent there.</summary>
internal sealed class CommitEater : IAsyncDisposable
{
    /// <summary>CommandComplete, its length, its tag.</summary>
    private static readonly byte[] Answer = [(byte)'C', 0, 0, 0, 11, .. "COMMIT\0"u8];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly (string Host, int Port) _server;
    private readonly bool _fallsSilent;
    private readonly Task _accepting;
    private int _eaten;

    public CommitEater(string host, int port, bool fallsSilent)
    {
        (_server, _fallsSilent) = ((host, port), fallsSilent);
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool HasEaten => _eaten > 0;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(Carry(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _end.Token);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), _end.Token),
                    CarryAnswers(server.GetStream(), client.GetStream()));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // One of the two has gone: so does the other.
            }
        }
    }

    private async Task CarryAnswers(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReadAsync(buffer, _end.Token) is > 0 and var count)
        {
            if (buffer.AsSpan(0, count).IndexOf(Answer) >= 0 && Interlocked.Increment(ref _eaten) == 1)
            {
                await Task.Delay(_fallsSilent ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, _end.Token);
                return;
            }

            await client.WriteAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }
}
