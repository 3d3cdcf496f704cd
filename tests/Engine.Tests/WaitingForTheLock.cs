using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class WaitingForTheLock(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Twelve_first_contacts_at_once_create_the_history_once_and_apply_once()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_t.sql", "CREATE TABLE t (id int)").With("2_row.sql", "INSERT INTO t VALUES (1)");

        var reports = await Task.WhenAll(Enumerable.Range(1, 12).Select(number => database.Run(database.Scripts.Release(number))));

        reports.Where(report => report.Status == ResultStatus.Succeeded).Sum(report => report.Scripts.Count(script => script.Status == ScriptStatus.Applied)).ShouldBe(2);
        reports.ShouldAllBe(report => report.Status == ResultStatus.Succeeded || report.Status == ResultStatus.Superseded);
        (await database.Query("SELECT count(*) FROM t")).ShouldBe(["1"]);
        (await database.History()).Count.ShouldBe(2);
    }

    [PostgresFact]
    public async Task Concurrent_index_does_not_wait_for_a_waiting_run()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts
            .With("1_t.sql", "CREATE TABLE t (id int)")
            .With("2_slow.sql", "SELECT pg_sleep(0.5)")
            .With("3_index.sql", "CREATE INDEX CONCURRENTLY t_id ON t (id)");
        var first = database.Run(database.Scripts.Release(1));
        await UntilWorking(database);
        var second = database.Run(database.Scripts.Release(2));

        var answers = await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromMinutes(2));

        answers.ShouldAllBe(report => report.Status == ResultStatus.Succeeded);
    }

    [PostgresFact]
    public async Task Whoever_waits_for_it_inside_the_database_gets_it_when_the_run_has_ended()
    {
        var database = await Slow("SELECT pg_sleep(0.5)");
        database.Scripts.With("2_t.sql", "CREATE TABLE t (id int)").With("3_row.sql", "INSERT INTO t VALUES (1)");
        var run = database.Run(database.Scripts.Release(1));
        await UntilWorking(database);
        await using var other = await OtherSession.Begin(database);
        await other.Run("SELECT pg_advisory_lock(4932111707304782180)");

        var done = await database.Query("SELECT count(*) FROM drawbridge.releases");
        var report = await run;

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        done.ShouldBe(["1"]);
    }

    [PostgresFact]
    public async Task Stopped_run_rolls_back_says_where_it_stood_and_frees_the_lock()
    {
        var database = await Slow("SELECT pg_sleep(60)");
        using var stop = new CancellationTokenSource();
        var run = database.Run(database.Scripts.Release(1), new Reports(), stop.Token);
        await UntilWorking(database);

        await stop.CancelAsync();
        var report = await run.WaitAsync(TimeSpan.FromSeconds(60));

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "cancelled"));
        report.Error.Message.ShouldContain("1_slow.sql");
        (await database.Exists("slow")).ShouldBeFalse();
        (await database.Query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")).ShouldBe(["0"]);
    }

    private static async Task UntilWorking(TestDatabase database)
    {
        const string Working = """
            SELECT count(*) FROM pg_stat_activity
            WHERE application_name LIKE 'drawbridge %' AND datname = current_database() AND wait_event = 'PgSleep'
            """;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await database.Query(Working) is not ["1"])
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private async Task<TestDatabase> Slow(string sql = "SELECT pg_sleep(1.5)")
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_slow.sql", $"CREATE TABLE slow (id int); {sql}");
        return database;
    }
}
