using Drawbridge.LocalEnvironment;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>What servers of several versions do in their own way. The whole suite runs on the usual one.</summary>
public sealed class RunningOnEachServer
{
    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task Scripts_of_every_kind_are_applied_once_and_recorded(int version)
    {
        await using var one = await OneDatabase.On(version);
        one.Scripts
            .With("1_t.sql", "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v text); INSERT INTO t (v) VALUES ('a');")
            .With("2_copy.sql", "COPY t (v) FROM stdin;\nb\n\\.\n")
            .With("3_index.sql", "CREATE INDEX CONCURRENTLY t_v ON t (v);\nVACUUM t;\nREINDEX INDEX CONCURRENTLY t_v;")
            .With("4_block.sql", "-- drawbridge: transaction=off\nDO $$ BEGIN INSERT INTO t (v) VALUES ('c'); COMMIT; END $$;")
            .With("R__view.sql", "CREATE OR REPLACE VIEW everything AS SELECT * FROM t");

        var report = await one.Database.Apply();

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Server!.Version.Split('.')[0].ShouldBe($"{version}");
        (await one.Database.Query("SELECT v FROM everything ORDER BY id")).ShouldBe(["a", "b", "c"]);
        (await one.Database.History()).ShouldBe(
        [
            "1 migration 1_t.sql applied 2/2",
            "2 migration 2_copy.sql applied 1/1",
            "3 migration 3_index.sql applied 3/3",
            "4 migration 4_block.sql applied 1/1",
            "- repeatable R__view.sql applied 1/1",
        ]);
        (await one.Database.Apply()).Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Skipped);
    }

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task Server_ends_what_the_run_could_not(int version)
    {
        await using var one = await OneDatabase.On(version);
        one.Scripts.With("1_seen.sql", """
            CREATE TABLE seen AS
            SELECT name, setting::int FROM pg_settings WHERE name IN ('statement_timeout', 'transaction_timeout')
            """);
        var whole = TimeSpan.FromSeconds(100);
        using var clock = new RunClock(TimeProvider.System, whole, whole, mayContinue: true);

        var report = await new MigrationRun(one.Database.Server, one.Scripts, TimeProvider.System)
            .Run(one.Scripts.Release(1), new Reports(), clock);

        report.Error.ShouldBeNull();
        (await one.Database.Query("SELECT name FROM seen WHERE setting BETWEEN 10000 AND 110000 ORDER BY name"))
            .ShouldBe(version < 17 ? ["statement_timeout"] : ["statement_timeout", "transaction_timeout"]);
    }

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task Half_built_index_is_dropped_and_built_again(int version)
    {
        await using var one = await OneDatabase.On(version);
        await one.Database.Execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1)");
        one.Scripts.With("1_index.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_id ON t (id)");
        await using (await OtherSession.Begin(one.Database, "INSERT INTO t VALUES (2)"))
        {
            var run = one.Database.Apply();
            await one.Database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE application_name LIKE 'drawbridge %' AND wait_event_type = 'Lock'", "1");
            await one.Database.EndRuns();
            (await run).Status.ShouldBe(ResultStatus.Unavailable);
        }

        (await one.Database.Query("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).ShouldBe(["1"]);
        (await one.Database.Apply()).Error.ShouldBeNull();

        (await one.Database.Query("SELECT indisvalid FROM pg_index WHERE indrelid = 't'::regclass")).ShouldBe(["True"]);
    }

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task Failure_points_at_its_place_and_leaves_nothing(int version)
    {
        await using var one = await OneDatabase.On(version);
        one.Scripts.With("1_fails.sql", "CREATE TABLE t (id int);\nSELECT missing\nFROM t;");

        var error = (await one.Database.Apply()).Error!;

        (error.Code, error.SqlState, error.Statement, error.Line, error.Column).ShouldBe(("statement-failed", "42703", 2, 2, 8));
        (await one.Database.Exists("t")).ShouldBeFalse();
    }

    private sealed class OneDatabase(LocalPostgres postgres, string name) : IAsyncDisposable
    {
        public TestDatabase Database { get; } = new(postgres, name);

        public ScriptsInMemory Scripts => Database.Scripts;

        public static async Task<OneDatabase> On(int version)
        {
            var postgres = await PostgresVersions.Server(version);
            return new OneDatabase(postgres, await postgres.CreateDatabase("test"));
        }

        public async ValueTask DisposeAsync() => await postgres.DropDatabase(Database.Name);
    }
}
