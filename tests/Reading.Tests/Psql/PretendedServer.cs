using System.Net;
using System.Net.Sockets;

namespace Drawbridge.Reading.Tests.Psql;

/// <summary>
/// Listens like a PostgreSQL server, executes nothing and remembers what one client sends: psql sends each statement of
/// a file on its own, so this is how psql splits it.
/// </summary>
internal sealed class PretendedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PretendedServer() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Everything that one client sends until it leaves.</summary>
    /// <param name="takesRows">Whether rows follow a statement.</param>
    public async Task<IReadOnlyList<SentStatement>> Listen(
        Func<string, bool> takesRows, CancellationToken cancellationToken)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
        client.NoDelay = true;
        var wire = new Wire(client.GetStream());
        await wire.ReadStartup(cancellationToken);
        await wire.Welcome(cancellationToken);
        var sent = new List<SentStatement>();
        while (await wire.ReadMessage(cancellationToken) is ('Q', var text))
        {
            var rows = takesRows(text) ? await wire.TakeRows(cancellationToken) : null;
            sent.Add(new SentStatement(text, rows));
            await wire.Complete(cancellationToken);
        }

        return sent;
    }

    public void Dispose() => _listener.Dispose();
}
