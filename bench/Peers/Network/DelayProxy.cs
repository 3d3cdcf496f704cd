using System.Net;
using System.Net.Sockets;

namespace Drawbridge.Bench.Peers.Network;

/// <summary>
/// Stands before a server and makes each round trip longer. All of the delay lies on the way to the server, which
/// nobody can tell from half of it each way; much can be on its way at once.
/// </summary>
internal sealed class DelayProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly (string Host, int Port) _server;
    private readonly TimeSpan _delay;

    /// <summary>Opens one before a server.</summary>
    /// <param name="host">The server.</param>
    /// <param name="port">Its TCP port.</param>
    /// <param name="delay">What a round trip takes more.</param>
    public DelayProxy(string host, int port, TimeSpan delay)
    {
        (_server, _delay) = ((host, port), delay);
        _listener.Start();
        Start(Accept);
    }

    /// <summary>Where clients connect, on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Takes no further connection; what stands ends with its server.</summary>
    public void Dispose() => _listener.Dispose();

    private static void Start(ThreadStart work) => new Thread(work) { IsBackground = true }.Start();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var client = _listener.AcceptSocket();
                Start(() => Carry(client));
            }
        }
        catch (Exception closed) when (closed is SocketException or InvalidOperationException)
        {
            // Nobody is served any more.
        }
    }

    private void Carry(Socket client)
    {
        using var connection = new DelayedConnection(client, _delay);
        connection.Carry(_server.Host, _server.Port);
    }
}
