using System.Diagnostics;
using Drawbridge.LocalEnvironment;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>A server of its own, because all of its sessions die with the one that is killed.</summary>
public sealed class SurvivingACrash : IAsyncLifetime
{
    private static readonly LocalPostgresOptions Own = TestMachine.Postgres with { NamedServer = null };

    private LocalPostgres? _server;

    [PostgresTheory]
    [InlineData("INSERT INTO t VALUES (2); SELECT pg_sleep(2);")]
    [InlineData("-- drawbridge: transaction=off\nINSERT INTO t VALUES (2);\nSELECT pg_sleep(2);")]
    [InlineData("INSERT INTO t VALUES (2); COPY t FROM stdin;\n3\n\\.\nSELECT pg_sleep(2);")]
    public async Task Release_that_met_a_crash_is_applied_once_while_the_server_recovers(string sql)
    {
        var database = new TestDatabase(_server!, await _server!.CreateDatabase());
        database.Scripts.With("1_t.sql", "CREATE TABLE t (id int); INSERT INTO t VALUES (1);").With("2_slow.sql", sql);
        var release = database.Scripts.Release(1);
        var run = database.Run(release);
        const string Sleeper = "SELECT pid::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
        await database.Until($"SELECT count(*)::text FROM ({Sleeper}) AS s", "1");
        using var backend = Process.GetProcessById(int.Parse((await database.Query(Sleeper))[0], null));

        backend.Kill();
        var report = await run;
        while (report.Status == ResultStatus.Unavailable)
        {
            report = await database.Run(release);
        }

        report.Error.ShouldBeNull();
        report.Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Applied);
        (await database.Query("SELECT count(*) FROM t WHERE id < 3")).ShouldBe(["2"]);
        (await database.History()).Count.ShouldBe(2);
    }

    public async Task InitializeAsync()
    {
        if (LocalPostgres.Missing(Own) is not { } missing || TestMachine.SkipReason(missing) is null)
        {
            _server = await LocalPostgres.Start(Own);
        }
    }

    public async Task DisposeAsync() => await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
}
