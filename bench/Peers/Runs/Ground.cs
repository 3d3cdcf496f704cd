using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Network;
using Drawbridge.Bench.Peers.Tools;
using Drawbridge.LocalEnvironment;
using Npgsql;

namespace Drawbridge.Bench.Peers.Runs;

/// <summary>A fresh database for one run, so many milliseconds away.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly LocalPostgres _server;
    private readonly DelayProxy? _proxy;

    private Ground(LocalPostgres server, string database, int latency)
    {
        _server = server;
        _proxy = latency == 0 ? null : new DelayProxy(server.Host, server.Port, TimeSpan.FromMilliseconds(latency));
        Address = _proxy is null
            ? new DatabaseAddress(server.Host, server.Port, server.User, server.Password, database)
            : new DatabaseAddress("127.0.0.1", _proxy.Port, server.User, server.Password, database);
    }

    /// <summary>Where it is.</summary>
    public DatabaseAddress Address { get; }

    /// <summary>Makes one. What the server owes the disk is paid before.</summary>
    public static async Task<Ground> Lay(LocalPostgres server, int latency)
    {
        var database = await server.CreateDatabase("bench");
        await using var connection = await server.Connect(database);
        await using var checkpoint = new NpgsqlCommand("CHECKPOINT", connection);
        await checkpoint.ExecuteNonQueryAsync();
        return new Ground(server, database, latency);
    }

    /// <summary>Whether all of a corpus is there.</summary>
    public async Task<bool> Holds(Corpus corpus)
    {
        await using var connection = await _server.Connect(Address.Database);
#pragma warning disable CA2100 // Review SQL queries for security vulnerabilities: a constant of the corpus
        await using var evidence = new NpgsqlCommand(corpus.Evidence, connection);
#pragma warning restore CA2100
        return await evidence.ExecuteScalarAsync() is long found && found == corpus.Whole;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _proxy?.Dispose();
        await _server.DropDatabase(Address.Database);
    }
}
