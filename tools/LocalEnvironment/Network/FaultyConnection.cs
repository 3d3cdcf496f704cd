using System.Net;
using System.Net.Sockets;

namespace Drawbridge.LocalEnvironment.Network;

/// <summary>One connection through a faulty network.</summary>
internal sealed class FaultyConnection(FaultyNetwork network, Socket client) : IDisposable
{
    private const int PieceSize = 64 * 1024;

    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _lost = new();

    public bool IsLost => _lost.IsCancellationRequested;

    public async Task<bool> TryReach(EndPoint server)
    {
        try
        {
            (client.NoDelay, _server.NoDelay) = (true, true);
            await _server.ConnectAsync(server);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Carries both ways until both sides have closed.</summary>
    public Task Carry() => Task.WhenAll(
        Carry(client, _server, NetworkSide.Server), Carry(_server, client, NetworkSide.Client));

    public void Cut(NetworkSide told)
    {
        _lost.Cancel();
        Reset(client, told.HasFlag(NetworkSide.Client));
        Reset(_server, told.HasFlag(NetworkSide.Server));
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
        _lost.Dispose();
    }

    private static void Reset(Socket socket, bool isTold)
    {
        if (isTold)
        {
            socket.Close(timeout: 0);
        }
    }

    private async Task Carry(Socket from, Socket to, NetworkSide receiver)
    {
        var piece = new byte[PieceSize];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(piece, SocketFlags.None, _lost.Token)) > 0)
            {
                await Pass(to, piece.AsMemory(0, count), receiver);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (OperationCanceledException)
        {
            await Drain(from);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            Cut(NetworkSide.Both);
        }
    }

    private async Task Pass(Socket to, Memory<byte> piece, NetworkSide receiver)
    {
        await Task.Delay(network.Latency, _lost.Token);
        var way = $"to the {(receiver == NetworkSide.Server ? "server" : "client")}";
        if (network.Silenced.HasFlag(receiver) || !await network.Passing($"before {way}"))
        {
            return;
        }

        await to.SendAsync(piece, SocketFlags.None, _lost.Token);
        await network.Passing($"after {way}");
    }

    /// <summary>A side that was not told of the cut goes on talking to nobody, until it gives up.</summary>
    private static async Task Drain(Socket from)
    {
        var nowhere = new byte[PieceSize];
        try
        {
            while (await from.ReceiveAsync(nowhere, SocketFlags.None) > 0)
            {
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // It was told, or it is gone.
        }
    }
}
