using System.Net;
using System.Net.Sockets;

namespace Drawbridge.LocalEnvironment.Network;

/// <summary>
/// A network between programs and a server that fails as networks do: slowly, at once, in silence, on one side only.
/// Programs reach the server at <see cref="Port"/>. Switched while it carries traffic, by any thread.
/// </summary>
public sealed class FaultyNetwork : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _gate = new();
    private readonly List<FaultyConnection> _connections = [];
    private readonly EndPoint _server;
    private readonly Task _accepting;

    private FaultyNetwork(EndPoint server)
    {
        _server = server;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Where this network begins, on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long everything takes, each way.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Whom nothing reaches any more, while every connection seems to stand.</summary>
    public NetworkSide Silenced { get; set; }

    /// <summary>Whether new connections are closed at once.</summary>
    public bool Refuses { get; set; }

    /// <summary>
    /// Is told before and after each piece of traffic, which way it goes. Answers false when the client died of it:
    /// then the piece is lost.
    /// </summary>
    public Func<string, Task<bool>> Passing { get; set; } = _ => Task.FromResult(true);

    /// <summary>How many connections stand.</summary>
    public int Connections
    {
        get
        {
            lock (_gate)
            {
                return _connections.Count;
            }
        }
    }

    /// <summary>Lays a network before a server.</summary>
    public static FaultyNetwork To(string host, int port) => new(new DnsEndPoint(host, port));

    /// <summary>Resets what stands, at the sides that are told; the other side hears nothing of it, nor ever again.</summary>
    public void Cut(NetworkSide told)
    {
        lock (_gate)
        {
            _connections.ForEach(connection => connection.Cut(told));
        }
    }

    /// <summary>The sides that heard nothing of a <see cref="Cut"/> find out, as their keep-alives let them in the end.</summary>
    public void FindOut()
    {
        lock (_gate)
        {
            _connections.Where(connection => connection.IsLost).ToList().ForEach(connection => connection.Cut(NetworkSide.Both));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        Cut(NetworkSide.Both);
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_stopping.Token);
                _ = Carry(client);
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException && _stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Carry(Socket client)
    {
        using var connection = new FaultyConnection(this, client);
        if (Refuses || !await connection.TryReach(_server))
        {
            connection.Cut(NetworkSide.Client);
            return;
        }

        lock (_gate)
        {
            _connections.Add(connection);
        }

        await connection.Carry();
        lock (_gate)
        {
            _connections.Remove(connection);
        }
    }
}
