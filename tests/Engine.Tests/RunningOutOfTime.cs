using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class RunningOutOfTime(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Statement_that_began_late_gets_a_whole_invocation_and_then_is_told_as_too_long()
    {
        var database = await Empty();
        database.Scripts
            .With("1_a.sql", "SELECT pg_sleep(1.5)")
            .With("2_b.sql", "CREATE TABLE b (id int); SELECT pg_sleep(60)");

        var reports = await UntilFinal(database, seconds: 4);

        reports.Count.ShouldBeGreaterThan(1);
        reports.SkipLast(1).ShouldAllBe(report => report.Status == ResultStatus.Running && report.Continues);
        (reports[^1].Status, reports[^1].Continues).ShouldBe((ResultStatus.Failed, false));
        (reports[^1].Error!.Code, reports[^1].Scripts[0].Status).ShouldBe(("deadline-reached", ScriptStatus.Applied));
        reports[^1].Error!.Message.ShouldContain("2_b.sql");
        (await database.Exists("b")).ShouldBeFalse();
        (await database.Query("SELECT outcome FROM drawbridge.releases")).ShouldBe(["failed"]);
    }

    [PostgresFact]
    public async Task Script_without_a_transaction_goes_on_at_its_next_statement()
    {
        var database = await Empty();
        await database.Execute("CREATE TABLE t (id int)");
        database.Scripts.With("1_steps.sql", """
            -- drawbridge: transaction=off
            INSERT INTO t SELECT 1 FROM pg_sleep(1.5);
            INSERT INTO t SELECT 2 FROM pg_sleep(1.5);
            INSERT INTO t SELECT 3 FROM pg_sleep(1.5);
            """);

        var reports = await UntilFinal(database, seconds: 4);

        reports.Count.ShouldBeGreaterThan(1);
        reports[^1].Error.ShouldBeNull();
        (await database.Query("SELECT id FROM t ORDER BY id")).ShouldBe(["1", "2", "3"]);
    }

    [PostgresFact]
    public async Task Index_that_time_did_not_suffice_for_may_be_built_in_another_way()
    {
        var database = await Empty();
        await database.Execute("CREATE TABLE t (id int)");
        database.Scripts.With("1_index.sql", "CREATE INDEX CONCURRENTLY t_id ON t (id)");
        await using (await OtherSession.Begin(database, "INSERT INTO t VALUES (1)"))
        {
            (await UntilFinal(database, seconds: 4))[^1].Error!.Code.ShouldBe("deadline-reached");
        }

        database.Scripts.With("1_index.sql", "CREATE INDEX t_id2 ON t (id)");
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Exists("t_id2")).ShouldBeTrue();
    }

    [PostgresFact]
    public async Task Lock_that_is_not_free_in_time_is_told_before_the_deadline()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "SELECT pg_sleep(600)");
        using var stop = new CancellationTokenSource();
        var first = database.Run(database.Scripts.Release(1), new Reports(), stop.Token);
        await database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'", "1");

        var report = await Run(database, database.Scripts.Release(2), seconds: 8);

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Refused, "lock-not-acquired"));
        await stop.CancelAsync();
        await first;
    }

    [PostgresFact]
    public async Task Server_ends_a_statement_that_its_run_could_not()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS v");

        (await Run(database, database.Scripts.Release(1), seconds: 100)).Error.ShouldBeNull();

        var timeout = int.Parse((await database.Query("SELECT replace(v, 'ms', '') FROM seen"))[0], null);
        timeout.ShouldBeInRange(100_000, 110_000);
    }

    private static async Task<List<RunReport>> UntilFinal(TestDatabase database, int seconds)
    {
        var reports = new List<RunReport>();
        do
        {
            reports.Add(await Run(database, database.Scripts.Release(0), seconds));
        }
        while (reports[^1].Continues && reports.Count < 9);
        return reports;
    }

    private static async Task<RunReport> Run(TestDatabase database, Release release, int seconds)
    {
        var whole = TimeSpan.FromSeconds(seconds);
        using var clock = new RunClock(TimeProvider.System, whole, whole, mayContinue: true);
        return await new MigrationRun(database.Server, database.Scripts, TimeProvider.System).Run(release, new Reports(), clock);
    }

    private async Task<TestDatabase> Empty() => new(postgres.Server, await postgres.CreateDatabase());
}
