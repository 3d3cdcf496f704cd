using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Drawbridge.Bench.Peers.Network;

namespace Drawbridge.Bench.Tests;

public sealed class DelayingRoundTrips : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Socket _client = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _server;
    private readonly DelayProxy _proxy;

    public DelayingRoundTrips()
    {
        _listener.Start();
        _proxy = new DelayProxy("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, Delay);
        _client.Connect(IPAddress.Loopback, _proxy.Port);
        _server = _listener.AcceptSocket();
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _proxy.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public async Task A_round_trip_takes_no_less_than_the_delay()
    {
        for (byte trip = 1; trip < 10; trip++)
        {
            var clock = Stopwatch.StartNew();
            await _client.SendAsync(new[] { trip });
            (await Receive(_server, 1)).ShouldBe([trip]);
            await _server.SendAsync(new[] { trip });
            (await Receive(_client, 1)).ShouldBe([trip]);
            clock.Elapsed.ShouldBeGreaterThanOrEqualTo(Delay);
        }
    }

    [Fact]
    public async Task All_arrives_in_its_order()
    {
        var sent = Enumerable.Range(0, 1_000_000).Select(number => (byte)(number % 251)).ToArray();
        var sending = _client.SendAsync(sent);
        (await Receive(_server, sent.Length)).ShouldBe(sent);
        await sending;
    }

    [Fact]
    public async Task An_end_is_passed_on_after_what_was_sent_before_it()
    {
        await _client.SendAsync(new byte[] { 42 });
        _client.Shutdown(SocketShutdown.Send);
        (await Receive(_server, 2)).ShouldBe([42]);
    }

    [Fact]
    public async Task A_server_that_ends_the_connection_ends_it_for_the_client()
    {
        await _server.SendAsync(new byte[] { 42 });
        _server.Dispose();
        (await Receive(_client, 2)).ShouldBe([42]);
    }

    /// <summary>So many bytes, or fewer when no more come.</summary>
    private static async Task<byte[]> Receive(Socket socket, int count)
    {
        var received = new List<byte>();
        var buffer = new byte[count];
        int size;
        while (received.Count < count && (size = await socket.ReceiveAsync(buffer).WaitAsync(Patience)) > 0)
        {
            received.AddRange(buffer.AsSpan(0, size));
        }

        return [.. received];
    }
}
