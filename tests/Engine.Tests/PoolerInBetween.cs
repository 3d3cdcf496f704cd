using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Drawbridge.Engine.Tests;

/// <summary>What a client sees of a pooler: the handshake names a process of the pooler's, not the server's.</summary>
internal sealed class PoolerInBetween : IDisposable
{
    /// <summary>BackendKeyData and its length; the process follows.</summary>
    private static readonly byte[] KeyData = [(byte)'K', 0, 0, 0, 12];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PoolerInBetween(string host, int port)
    {
        _listener.Start();
        Work = Carry(host, port);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Ends with the one connection that it carries.</summary>
    public Task Work { get; }

    public void Dispose() => _listener.Dispose();

    private async Task Carry(string host, int port)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var server = new TcpClient(host, port);
        await Task.WhenAny(
            client.GetStream().CopyToAsync(server.GetStream()),
            CarryAnswers(server.GetStream(), client.GetStream()));
    }

    private static async Task CarryAnswers(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReadAsync(buffer) is > 0 and var count)
        {
            if (buffer.AsSpan(0, count).IndexOf(KeyData) is >= 0 and var found)
            {
                BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(found + KeyData.Length), 1);
            }

            await client.WriteAsync(buffer.AsMemory(0, count));
        }
    }
}
