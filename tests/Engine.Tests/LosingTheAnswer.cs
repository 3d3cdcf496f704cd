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
        var second = TimeSpan.FromSeconds(2);
        using var clock = new RunClock(TimeProvider.System, second, second, mayContinue: false);
        var watch = Stopwatch.StartNew();

        var report = await Run(database, network, clock);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "deadline-reached"));
        report.Error.Message.ShouldNotContain("rolled back");
        report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Applied, ScriptStatus.Pending]);
        (await database.Apply()).Error.ShouldBeNull();
        await OnceEach(database);
    }

    [PostgresFact]
    public async Task Script_that_was_rolled_back_with_its_connection_is_left_to_the_next_try()
    {
        var database = await Two();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int); SELECT pg_sleep(30)");
        var run = database.Run(database.Scripts.Release(1));
        await database.Until("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'", "1");
        await database.EndRuns();

        var report = await run;

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Unavailable, "database-connection-lost"));
        report.Scripts[0].Status.ShouldBe(ScriptStatus.Pending);
    }

    private static async Task OnceEach(TestDatabase database)
    {
        (await database.Query("SELECT v FROM a ORDER BY v")).ShouldBe(["1", "2"]);
        (await database.History()).ShouldBe(["1 migration 1_a.sql applied 2/2", "2 migration 2_b.sql applied 1/1"]);
    }

    private Task<RunReport> Run(TestDatabase database, CommitEater network, RunClock clock)
    {
        var setting = new NpgsqlConnectionStringBuilder(postgres.Server.ConnectionString(database.Name)) { Host = "127.0.0.1", Port = network.Port };
        return new MigrationRun(PostgreSqlServer.Parse(setting.ConnectionString), database.Scripts, TimeProvider.System)
            .Run(database.Scripts.Release(0), new Reports(), clock);
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
