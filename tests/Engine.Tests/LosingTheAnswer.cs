using System.Diagnostics;
using Drawbridge.Engine.PostgreSql;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.Engine.Tests;

public sealed class LosingTheAnswer(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Commit_whose_answer_was_lost_is_found_in_the_history_and_the_run_goes_on()
    {
        var database = await Two();
        await using var network = new CommitEater(postgres.Server.Host, postgres.Server.Port, fallsSilent: false);
        using var clock = new RunClock(TimeProvider.System, CancellationToken.None);

        var report = await Run(database, network, clock);

        network.HasEaten.ShouldBeTrue();
        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Applied);
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("answer-lost");
        await OnceEach(database);
    }

    [PostgresFact]
    public async Task Commit_whose_answer_did_not_come_until_the_deadline_is_not_called_rolled_back()
    {
        var database = await Two();
        await using var network = new CommitEater(postgres.Server.Host, postgres.Server.Port, fallsSilent: true);
        var whole = TimeSpan.FromSeconds(5);
        using var clock = new RunClock(TimeProvider.System, whole, whole, mayContinue: false);
        var watch = Stopwatch.StartNew();

        var report = await Run(database, network, clock);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "deadline-reached"));
        report.Error.Message.ShouldNotContain("rolled back");
        report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Applied, ScriptStatus.Pending]);
        (await database.Apply()).Error.ShouldBeNull();
        await OnceEach(database);
    }

    [PostgresFact]
    public async Task Undo_whose_commit_had_no_answer_is_found_taken_back_and_the_run_goes_on()
    {
        var database = await Two();
        database.Scripts.With("1_a.down.sql", "DROP TABLE a").With("2_b.down.sql", "DELETE FROM a WHERE v = 2");
        (await database.Apply()).Error.ShouldBeNull();
        await using var network = new CommitEater(postgres.Server.Host, postgres.Server.Port, fallsSilent: false);
        using var clock = new RunClock(TimeProvider.System, CancellationToken.None);

        var report = await Run(database, network, clock, database.Scripts.Release(9) with { Mode = ReleaseMode.Undo, Target = "0" });

        network.HasEaten.ShouldBeTrue();
        (report.Status, report.Error, report.To).ShouldBe((ResultStatus.Succeeded, null, null));
        report.Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Undone);
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("answer-lost");
        (await database.Exists("a")).ShouldBeFalse();
        (await database.History()).Count.ShouldBe(4);
    }

    [PostgresFact]
    public async Task Script_that_was_rolled_back_with_its_connection_is_run_again_on_a_new_one()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("0_earlier.sql", "CREATE TABLE earlier (v int)").With("R__view.sql", "CREATE VIEW v AS SELECT 1 AS v");
        (await database.Apply()).Error.ShouldBeNull();
        database.Scripts
            .With("1_a.sql", $"CREATE TABLE a (v int); INSERT INTO a VALUES (1); {SleepUnlessCalm}")
            .With("2_b.sql", "INSERT INTO a VALUES (2);");
        var run = database.Apply();
        await UntilAsleep(database, not: "0");
        await database.Execute("CREATE TABLE calm ()");
        await database.EndRuns();

        var report = await run;

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Scripts.Select(script => script.Tries).ShouldBe([null, 2, null, null]);
        report.Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            warning => warning.Code.ShouldBe("connection-lost"),
            warning => warning.Script.ShouldBe($"migrations/{database.Name}/1_a.sql"));
        (await database.Query("SELECT v FROM a ORDER BY v")).ShouldBe(["1", "2"]);
        (await database.History()).Count.ShouldBe(4);
    }

    [PostgresFact]
    public async Task Script_without_a_transaction_goes_on_at_the_statement_that_was_rolled_back()
    {
        var database = await Two();
        database.Scripts.With("1_a.sql", $"-- drawbridge: transaction=off\nCREATE TABLE a (v int);\nINSERT INTO a VALUES (1);\n{SleepUnlessCalm};");
        var run = database.Run(database.Scripts.Release(1));
        await UntilAsleep(database, not: "0");
        await database.Execute("CREATE TABLE calm ()");
        await database.EndRuns();

        var report = await run;

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("connection-lost");
        (await database.Query("SELECT v FROM a ORDER BY v")).ShouldBe(["1", "2"]);
        (await database.History()).ShouldBe(["1 migration 1_a.sql applied 3/3", "2 migration 2_b.sql applied 1/1"]);
    }

    [PostgresFact]
    public async Task Connection_that_breaks_time_and_again_is_left_to_the_next_invocation()
    {
        var database = await Two();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int); SELECT pg_sleep(60)");
        var run = database.Run(database.Scripts.Release(1));
        var process = "0";
        for (var time = 1; time <= 3; time++)
        {
            process = await UntilAsleep(database, not: process);
            await database.EndRuns();
        }

        var report = await run;

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Unavailable, "database-connection-lost"));
        report.Scripts[0].Status.ShouldBe(ScriptStatus.Pending);
        report.Warnings.Select(warning => warning.Code).ShouldBe(["connection-lost", "connection-lost"]);
        (await database.Exists("a")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Script_is_not_run_again_when_a_newer_release_took_its_turn_meanwhile()
    {
        const string Lock = "SELECT pg_advisory_lock(4932111707304782180)";
        var database = await Two();
        database.Scripts.With("1_a.sql", $"CREATE TABLE a (v int); {SleepUnlessCalm}");
        var release = database.Scripts.Release(1);
        var run = database.Run(release);
        await UntilAsleep(database, not: "0");
        await using (var newer = await OtherSession.Begin(database))
        {
            var turn = newer.Run(Lock);
            await database.Until("SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", "1");
            await database.EndRuns();
            await turn;
            await newer.Run($"INSERT INTO drawbridge.releases VALUES ('{database.Scripts.Release(2).Id}', 'apply', 'x', 'succeeded', NULL, now())");
            await newer.Run("CREATE TABLE calm ()");
            await newer.Run("COMMIT");
        }

        var report = await run;

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Unavailable, "database-connection-lost"));
        (await database.Exists("a")).ShouldBeFalse();
        (await database.Run(release)).Status.ShouldBe(ResultStatus.Superseded);
    }

    /// <summary>Another session decides when it has been disturbed enough.</summary>
    private const string SleepUnlessCalm = "SELECT pg_sleep(60) WHERE to_regclass('calm') IS NULL";

    /// <summary>The process of a run that sleeps in a script and is not the one that is known.</summary>
    private static async Task<string> UntilAsleep(TestDatabase database, string not)
    {
        const string Asleep = """
            SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND application_name LIKE 'drawbridge %' AND wait_event = 'PgSleep' AND pid <> 
            """;
        await database.Until($"SELECT count(*)::text FROM ({Asleep} {not}) AS asleep", "1");
        return (await database.Query($"{Asleep} {not}"))[0];
    }

    private static async Task OnceEach(TestDatabase database)
    {
        (await database.Query("SELECT v FROM a ORDER BY v")).ShouldBe(["1", "2"]);
        (await database.History()).ShouldBe(["1 migration 1_a.sql applied 2/2", "2 migration 2_b.sql applied 1/1"]);
    }

    private Task<RunReport> Run(TestDatabase database, CommitEater network, RunClock clock, Release? release = null)
    {
        var setting = new NpgsqlConnectionStringBuilder(postgres.Server.ConnectionString(database.Name)) { Host = "127.0.0.1", Port = network.Port };
        return new MigrationRun(PostgreSqlServer.Parse(setting.ConnectionString), database.Scripts, TimeProvider.System)
            .Run(release ?? database.Scripts.Release(0), new Reports(), clock);
    }

    private async Task<TestDatabase> Two()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts
            .With("1_a.sql", "CREATE TABLE a (v int); INSERT INTO a VALUES (1);")
            .With("2_b.sql", "INSERT INTO a VALUES (2);");
        return database;
    }
}
