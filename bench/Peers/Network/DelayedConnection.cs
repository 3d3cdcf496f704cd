using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Drawbridge.Bench.Peers.Network;

/// <summary>
/// One connection through a <see cref="DelayProxy"/>, on threads of its own: a pool that is short of threads would be
/// measured, too.
/// </summary>
internal sealed class DelayedConnection(Socket client, TimeSpan delay) : IDisposable
{
    private const int PieceSize = 64 * 1024;

    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly BlockingCollection<(long Due, byte[] Piece)> _underWay = [];
    private readonly long _ticks = (long)(delay.TotalSeconds * Stopwatch.Frequency);

    /// <summary>Carries both ways until both sides have ended the connection.</summary>
    public void Carry(string host, int port)
    {
        _server.Connect(host, port);
        (client.NoDelay, _server.NoDelay) = (true, true);
        var taking = new Thread(Take) { IsBackground = true };
        var delivering = new Thread(Deliver) { IsBackground = true };
        taking.Start();
        delivering.Start();
        Receive(_server, piece => client.Send(piece.Span));
        Try(() => client.Shutdown(SocketShutdown.Send));
        taking.Join();
        delivering.Join();
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
        _underWay.Dispose();
    }

    private void Take()
    {
        Receive(client, piece => _underWay.Add((Stopwatch.GetTimestamp() + _ticks, piece.ToArray())));
        _underWay.CompleteAdding();
    }

    private void Deliver()
    {
        foreach (var (due, piece) in _underWay.GetConsumingEnumerable())
        {
            PreciseSleep.Until(due);
            Try(() => _server.Send(piece));
        }

        Try(() => _server.Shutdown(SocketShutdown.Send));
    }

    private static void Receive(Socket from, Action<ReadOnlyMemory<byte>> take) => Try(() =>
    {
        var buffer = new byte[PieceSize];
        int count;
        while ((count = from.Receive(buffer)) > 0)
        {
            take(buffer.AsMemory(0, count));
        }
    });

    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // A side that is gone has ended the connection, in its way.
        }
    }
}
