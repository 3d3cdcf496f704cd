using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Drawbridge.LocalEnvironment.Network;

namespace Drawbridge.LocalEnvironment.Tests;

public sealed class FailingNetworks : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private TcpListener _listener = null!;
    private FaultyNetwork _network = null!;
    private Socket _client = null!;
    private Socket _server = null!;

    public async Task InitializeAsync()
    {
        _listener = Listen();
        _network = FaultyNetwork.To("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);
        _client = await Connect();
        _server = await _listener.AcceptSocketAsync().WaitAsync(Patience);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        _server.Dispose();
        await _network.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task All_is_carried_both_ways_and_ends_are_passed_on()
    {
        (await Say(_client, _server)).ShouldBeTrue();
        (await Say(_server, _client)).ShouldBeTrue();

        _client.Shutdown(SocketShutdown.Both);
        (await _server.ReceiveAsync(new byte[1]).WaitAsync(Patience)).ShouldBe(0);
    }

    [Fact]
    public async Task Latency_holds_back_each_way()
    {
        _network.Latency = Moment;
        var clock = Stopwatch.StartNew();
        (await Say(_client, _server)).ShouldBeTrue();
        clock.Elapsed.ShouldBeGreaterThan(Moment / 2);
    }

    [Theory]
    [InlineData(NetworkSide.Server)]
    [InlineData(NetworkSide.Client)]
    public async Task A_silenced_side_hears_nothing_while_the_other_does(NetworkSide silenced)
    {
        _network.Silenced = silenced;

        var (deaf, hearing) = silenced == NetworkSide.Server ? (_server, _client) : (_client, _server);
        (await Say(hearing, deaf, Moment)).ShouldBeFalse();
        (await Say(deaf, hearing)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_cut_resets_the_side_that_is_told_and_leaves_the_other_waiting()
    {
        (await Say(_client, _server)).ShouldBeTrue();
        _network.Cut(NetworkSide.Client);

        await Should.ThrowAsync<SocketException>(() => _client.ReceiveAsync(new byte[1]).WaitAsync(Patience));
        await Should.ThrowAsync<TimeoutException>(() => _server.ReceiveAsync(new byte[1]).WaitAsync(Moment));
        (await _server.SendAsync(new byte[1])).ShouldBe(1);
    }

    [Fact]
    public async Task A_side_that_was_not_told_finds_out_later_and_nobody_else_does()
    {
        (await Say(_client, _server)).ShouldBeTrue();
        _network.Cut(NetworkSide.Client);
        using var another = await Connect();
        using var anotherServer = await _listener.AcceptSocketAsync();
        (await Say(another, anotherServer)).ShouldBeTrue();

        _network.FindOut();
        await Should.ThrowAsync<SocketException>(() => _server.ReceiveAsync(new byte[1]).WaitAsync(Patience));
        (await Say(another, anotherServer)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_connection_is_closed_at_once()
    {
        _network.Refuses = true;
        await Should.ThrowAsync<SocketException>(async () =>
        {
            using var another = await Connect();
            await another.ReceiveAsync(new byte[1]).WaitAsync(Patience);
        });
    }

    [Fact]
    public async Task Each_piece_is_told_before_and_after_and_can_be_lost()
    {
        var told = new List<string>();
        _network.Passing = moment =>
        {
            told.Add(moment);
            return Task.FromResult(told.Count < 3);
        };

        (await Say(_client, _server)).ShouldBeTrue();
        (await Say(_server, _client, Moment)).ShouldBeFalse();
        told.ShouldBe(["before to the server", "after to the server", "before to the client"]);
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private async Task<Socket> Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _network.Port);
        return socket;
    }

    private static async Task<bool> Say(Socket from, Socket to, TimeSpan? patience = null)
    {
        await from.SendAsync(new byte[] { 42 });
        using var waiting = new CancellationTokenSource(patience ?? Patience);
        try
        {
            var heard = new byte[1];
            return await to.ReceiveAsync(heard, SocketFlags.None, waiting.Token) == 1 && heard[0] == 42;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
