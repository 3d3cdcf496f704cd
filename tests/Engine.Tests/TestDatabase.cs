using Drawbridge.Engine.PostgreSql;
using Drawbridge.LocalEnvironment;
using Drawbridge.Manifests;
using Npgsql;

namespace Drawbridge.Engine.Tests;

/// <summary>An empty database on a real server, and the ways in which tests touch it.</summary>
internal sealed class TestDatabase(LocalPostgres postgres, string name)
{
    private int _second;

    public string Name => name;

    public PostgreSqlServer Server => PostgreSqlServer.Parse(postgres.ConnectionString(DatabaseServer.Placeholder));

    public ScriptsInMemory Scripts { get; } = new(name);

    /// <summary>How its releases are applied that say nothing else.</summary>
    public ReleaseOptions Options { get; set; } = ReleaseOptions.Default;

    /// <summary>Releases the scripts as they are now, a second later than the last time.</summary>
    public Task<RunReport> Apply(ReleaseOptions? options = null) => Run(Scripts.Release(++_second, options ?? Options));

    /// <summary>The same with scripts that people mark.</summary>
    public Task<RunReport> Apply(params (string Path, MarkedAs As, string Reason)[] marks) => Run(Marked(++_second, marks));

    /// <summary>Takes back what is above a version, a second later than the last release.</summary>
    public Task<RunReport> Undo(string target, params (string Path, MarkedAs As, string Reason)[] marks) =>
        Run(Marked(++_second, marks) with { Mode = ReleaseMode.Undo, Target = target });

    /// <summary>Asks what a release of the scripts would find.</summary>
    public async Task<RunReport> Plan(params (string Path, MarkedAs As, string Reason)[] marks)
    {
        using var clock = new RunClock(TimeProvider.System, CancellationToken.None);
        return await new PlanRun(Server).Run(Marked(0, marks) with { Mode = ReleaseMode.Plan }, new Reports(), clock);
    }

    private Release Marked(int second, (string Path, MarkedAs As, string Reason)[] marks) => Scripts.Release(second, Options) with
    {
        Marks = [.. marks.Select(mark => new ReleaseMark(BucketLayout.ScriptKey(name, mark.Path), mark.As, mark.Reason))],
    };

    public Task<RunReport> Run(Release release) => Run(release, new Reports(), CancellationToken.None);

    public Task<RunReport> Run(Release release, IProgress<RunReport> progress, CancellationToken cancellationToken) =>
        new MigrationRun(Server, Scripts, TimeProvider.System).Run(release, progress, cancellationToken);

    public async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(postgres.ConnectionString(name) + ";Pooling=false");
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
    public async Task<IReadOnlyList<string>> Query(string sql)
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
        var scripts = new ScriptsInMemory(name);
        await new MigrationRun(Server, scripts, TimeProvider.System).Run(scripts.Release(++_second), new Reports(), CancellationToken.None);
        var entry = Scripts.Release(0).Scripts.Single(script => script.Key.EndsWith(path, StringComparison.Ordinal));
        await Execute($"""
            INSERT INTO drawbridge.history (version, description, kind, path, checksum, state, statements, statements_done, started_at, release_id, commit_sha, applied_by, tool_version)
            VALUES ('{entry.Version}', '', 'migration', '{path}', '{entry.Checksum}', 'started', 2, {done}, now(), 'x', 'x', 'x', 'x')
            """);
    }

    /// <summary>Waits until a query answers one text.</summary>
    public async Task Until(string sql, string answer)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await Query(sql) is not [var found] || found != answer)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public Task<IReadOnlyList<string>> History() =>
        Query("SELECT concat_ws(' ', coalesce(version, '-'), kind, path, state, statements_done || '/' || statements) FROM drawbridge.history ORDER BY id");

    public async Task<bool> Exists(string relation) =>
        await Query($"SELECT to_regclass('{relation}') IS NOT NULL") is ["True"];
}
