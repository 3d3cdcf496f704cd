using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

/// <content>Runs beside each other, and runs that are out of time.</content>
public abstract partial class DatabaseContract
{
    [ContractFact]
    public async Task Second_run_waits_names_the_holder_and_then_finds_nothing_to_do()
    {
        var database = await Slow(seconds: 2);
        var first = database.Run(database.Scripts.Release(1));
        await database.UntilBusy();
        (await database.Plan()).Plan!.LockHolder.ShouldNotBeNull();
        var reports = new Reports();
        var second = database.Run(database.Scripts.Release(2), reports, CancellationToken.None);

        var waiting = await reports.Until(report => report.WaitingFor is not null);
        var answers = await Task.WhenAll(first, second);

        waiting.WaitingFor!.ApplicationName.ShouldBe("drawbridge 20261122T110001Z-1a2b3c4-1");
        answers.Select(report => (report.Status, report.Scripts.Single().Status)).ShouldBe(
            [(ResultStatus.Succeeded, ScriptStatus.Applied), (ResultStatus.Succeeded, ScriptStatus.Skipped)]);
    }

    [ContractFact]
    public async Task Run_that_may_not_wait_is_refused()
    {
        var database = await Slow(seconds: 2);
        var first = database.Run(database.Scripts.Release(1));
        await database.UntilBusy();

        var report = await database.Run(database.Scripts.Release(2, ReleaseOptions.Default with { LockWaitSeconds = 0 }));

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Refused, "lock-not-acquired"));
        (await first).Status.ShouldBe(ResultStatus.Succeeded);
    }

    [ContractFact]
    public async Task Stopped_run_rolls_back_says_where_it_stood_and_frees_the_lock()
    {
        var database = await Slow(seconds: 60);
        using var stop = new CancellationTokenSource();
        var run = database.Run(database.Scripts.Release(1), new Reports(), stop.Token);
        await database.UntilBusy();

        await stop.CancelAsync();
        var report = await run.WaitAsync(TimeSpan.FromMinutes(1));

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "cancelled"));
        report.Error.Message.ShouldContain("1_slow.sql");
        (await database.Exists("slow")).ShouldBeFalse();
        (await database.Plan()).Plan!.LockHolder.ShouldBeNull();
    }

    [ContractFact]
    public async Task Long_set_goes_on_in_other_invocations_and_applies_each_script_once()
    {
        var database = await Empty();
        for (var number = 1; number <= 5; number++)
        {
            database.Scripts.With($"{number}_a.sql", $"CREATE TABLE a{number} (id int){Then}{Dialect.Sleep(1.2)}");
        }

        var reports = await UntilFinal(database, seconds: 4);

        reports.Count.ShouldBeGreaterThan(1);
        reports.SkipLast(1).ShouldAllBe(report => report.Status == ResultStatus.Running && report.Continues && report.Error == null);
        (reports[^1].Status, reports[^1].To).ShouldBe((ResultStatus.Succeeded, "5"));
        (await database.History()).Count.ShouldBe(5);
    }

    [ContractFact]
    public async Task Statement_that_takes_longer_than_an_invocation_is_told_and_rolled_back()
    {
        var database = await Slow(seconds: 60);

        var reports = await UntilFinal(database, seconds: 3);

        (reports[^1].Status, reports[^1].Error!.Code).ShouldBe((ResultStatus.Failed, "deadline-reached"));
        (await database.Exists("slow")).ShouldBeFalse();
        (await database.Query("SELECT outcome FROM drawbridge.releases")).ShouldBe(["failed"]);
    }

    [ContractFact]
    public async Task Row_of_the_history_that_somebody_holds_counts_all_the_same()
    {
        var database = await WithOneApplied();
        database.Scripts.With("R__count.sql", "INSERT INTO a VALUES (1)");
        (await database.Apply()).Error.ShouldBeNull();
        var held = database.Execute(Dialect.Hold("UPDATE drawbridge.history SET duration_ms = 0", seconds: 2));
        await database.UntilBusy();

        var report = await database.Apply();
        await held;

        report.Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Skipped);
        (await database.Query("SELECT id FROM a")).ShouldBe(["1"]);
    }

    private static async Task<List<RunReport>> UntilFinal(ContractDatabase database, int seconds)
    {
        var reports = new List<RunReport>();
        var whole = TimeSpan.FromSeconds(seconds);
        do
        {
            using var clock = new RunClock(TimeProvider.System, whole, whole, mayContinue: true);
            reports.Add(await new MigrationRun(database.Server, database.Scripts, TimeProvider.System)
                .Run(database.Scripts.Release(0), new Reports(), clock));
        }
        while (reports[^1].Continues && reports.Count < 9);
        return reports;
    }
}
