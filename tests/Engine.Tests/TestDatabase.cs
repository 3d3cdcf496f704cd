using Drawbridge.Engine.PostgreSql;
using Drawbridge.LocalEnvironment;
using Npgsql;

namespace Drawbridge.Engine.Tests;

/// <summary>An empty database of PostgreSQL, and the ways in which tests touch it.</summary>
internal sealed class TestDatabase(LocalPostgres postgres, string name) : MigratedDatabase(name)
{
    public override PostgreSqlServer Server => PostgreSqlServer.Parse(postgres.ConnectionString(DatabaseServer.Placeholder));

    public async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(postgres.ConnectionString(Name) + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async Task Execute(params string[] statements)
    {
        await using var connection = await Connect();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Makes the tables of another migration tool.</summary>
    public async Task LeaveHistoryOf(string tool)
    {
        await using var resource = typeof(TestDatabase).Assembly.GetManifestResourceStream(tool)!;
        using var reader = new StreamReader(resource);
        var script = Server.Read(await reader.ReadToEndAsync());
        await Execute([.. script.Statements.Select(statement => statement.Text)]);
    }

    /// <summary>The first column of every row, as text.</summary>
    public override async Task<IReadOnlyList<string>> Query(string sql)
    {
        await using var connection = await Connect();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }

    /// <summary>Ends the sessions of all runs, as an administrator does.</summary>
    public Task EndRuns() => Execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'drawbridge %' AND datname = current_database()");

    /// <summary>Leaves the history as a run does that died while a statement of the script ran outside a transaction.</summary>
    public async Task Leave(string path, int done)
    {
        var scripts = new ScriptsInMemory(Name);
        await new MigrationRun(Server, scripts, TimeProvider.System).Run(scripts.Release(NextSecond()), new Reports(), CancellationToken.None);
        var entry = Scripts.Release(0).Scripts.Single(script => script.Key.EndsWith(path, StringComparison.Ordinal));
        await Execute($"""
            INSERT INTO drawbridge.history (version, description, kind, path, checksum, state, statements, statements_done, started_at, release_id, commit_sha, applied_by, tool_version)
            VALUES ('{entry.Version}', '', 'migration', '{path}', '{entry.Checksum}', 'started', 2, {done}, now(), 'x', 'x', 'x', 'x')
            """);
    }

    public Task<IReadOnlyList<string>> History() =>
        Query("SELECT concat_ws(' ', coalesce(version, '-'), kind, path, state, statements_done || '/' || statements) FROM drawbridge.history ORDER BY id");

    public async Task<bool> Exists(string relation) =>
        await Query($"SELECT to_regclass('{relation}') IS NOT NULL") is ["True"];
}
