using System.Net;
using System.Net.Sockets;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Examining;

/// <summary>What comes before a login: the server's name, a connection, encryption.</summary>
/// <param name="setting">As it was read; it may leave the host to the login.</param>
/// <param name="certificate">How the server proves itself; null when it need not, or the driver decides.</param>
internal sealed class WayToServer(NpgsqlConnectionStringBuilder setting, CertificateCheck? certificate)
{
    private const int MostAddresses = 4;

    private readonly SslMode _mode = setting.SslMode;
    private string _host = setting.Host ?? "";
    private int _port = setting.Port;

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

    /// <summary>Whether it speaks PostgreSQL and proves who it is.</summary>
    private Task<DoctorCheck> Encrypt(Checkup checkup, CancellationToken cancellationToken) => checkup.Look(
        Limits.Tls,
        Silence(Limits.Tls),
        async token =>
        {
            using var client = await Reach(token);
            var handshake = new TlsHandshake(_mode, certificate, _host, Server);
            return checkup.Fine(await handshake.Try(client.GetStream(), token));
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

    private DrawbridgeException Problem(SocketException exception)
    {
        var seconds = (int)Limits.Connection.TotalSeconds;
        var place = new NpgsqlConnectionStringBuilder { Host = _host, Port = _port, Timeout = seconds };
        return new DrawbridgeException(ConnectProblem.Of(exception, place, verdict: null, login: null)!, exception);
    }
}
