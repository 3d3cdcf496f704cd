using Drawbridge.LocalEnvironment;
using Npgsql;

namespace Drawbridge.Bench.Fleet;

/// <summary>All processes of a server on this machine: the postmaster, and its children.</summary>
internal sealed class ServerProcesses
{
    private readonly int _postmaster;

    private ServerProcesses(int postmaster) => _postmaster = postmaster;

    /// <summary>Their processor time so far, that of sessions which have ended included.</summary>
    public TimeSpan Time
    {
        get
        {
            var postmaster = ProcessStat.TryRead(_postmaster)
                ?? throw new InvalidOperationException("The server has ended.");
            return ProcessStat.All()
                .Where(process => process.Parent == _postmaster)
                .Aggregate(postmaster.Own + postmaster.Children, (sum, child) => sum + child.Own);
        }
    }

    /// <summary>Finds them by a session, whose parent the postmaster is.</summary>
    public static async Task<ServerProcesses> Of(LocalPostgres server)
    {
        await using var connection = await server.Connect("postgres");
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return ProcessStat.TryRead((int)(await command.ExecuteScalarAsync())!) is { } session
            ? new ServerProcesses(session.Parent)
            : throw new InvalidOperationException("The server's processes can't be seen from here.");
    }
}
