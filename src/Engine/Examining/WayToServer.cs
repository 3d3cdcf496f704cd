using System.Net;
using System.Net.Sockets;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine.Examining;

/// <summary>What comes before a login: the server's name, a connection, encryption.</summary>
/// <param name="place">As the setting says; it may leave the host to the login.</param>
/// <param name="handshake">Asks for encryption over a new connection and says what came of it.</param>
internal sealed class WayToServer((string Host, int Port) place, Handshake handshake)
{
    private const int MostAddresses = 4;

    private string _host = place.Host;
    private int _port = place.Port;

    /// <summary>Whether anything says where to go.</summary>
    public bool IsKnown => _host.Length > 0;

    /// <summary>Host and port.</summary>
    public string Server => $"{_host}:{_port}";

    /// <summary>No network leads to a socket of this machine.</summary>
    public bool IsSocket => _host.StartsWith('/');

    /// <summary>One after the other.</summary>
    public IReadOnlyList<(Checkup Checkup, Func<Checkup, CancellationToken, Task<DoctorCheck>> Look)> Steps =>
    [
        (new("database-name"), Resolve),
        (new("database-connection"), Connect),
        (new("database-tls"), Encrypt),
    ];

    /// <summary>What it is when a look never ends.</summary>
    public DatabaseSilent Silence(TimeSpan limit) => new(Server, (int)limit.TotalSeconds);

    /// <summary>Goes where the login says, if the setting does not.</summary>
    public void LeaveTo(Login login)
    {
        if (!IsKnown)
        {
            (_host, _port) = (login.Host ?? "", login.Port ?? _port);
        }
    }

    /// <summary>Whether its name has an address.</summary>
    private Task<DoctorCheck> Resolve(Checkup checkup, CancellationToken cancellationToken) => checkup.Look(
        Limits.Name,
        new DatabaseHostUnknown(_host),
        async token =>
        {
            var addresses = await Addresses(token);
            var shown = string.Join(", ", addresses.Take(MostAddresses).Select(address => $"{address}"));
            return checkup.Fine($"'{_host}' has the address {shown}.");
        },
        cancellationToken);

    /// <summary>Whether something listens there.</summary>
    private Task<DoctorCheck> Connect(Checkup checkup, CancellationToken cancellationToken) => checkup.Look(
        Limits.Connection,
        Silence(Limits.Connection),
        async token =>
        {
            using var client = await Reach(token);
            return checkup.Fine($"'{Server}' takes connections.");
        },
        cancellationToken);

    /// <summary>Whether it speaks the engine's language and proves who it is.</summary>
    private Task<DoctorCheck> Encrypt(Checkup checkup, CancellationToken cancellationToken) => checkup.Look(
        Limits.Tls,
        Silence(Limits.Tls),
        async token =>
        {
            using var client = await Reach(token);
            return checkup.Fine(await handshake(client.GetStream(), (_host, Server), token));
        },
        cancellationToken);

    private async Task<IPAddress[]> Addresses(CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(_host, cancellationToken);
        }
        catch (SocketException exception)
        {
            throw Problem(exception);
        }
    }

    private async Task<TcpClient> Reach(CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(_host, _port, cancellationToken);
            return client;
        }
        catch (SocketException exception)
        {
            client.Dispose();
            throw Problem(exception);
        }
    }

    private DrawbridgeException Problem(SocketException exception) => new(
        SocketProblem.Of(exception, _host, Server, (int)Limits.Connection.TotalSeconds), exception);
}
