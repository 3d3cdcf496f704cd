using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

/// <summary>
/// What every engine promises, whatever it speaks: each one's own class says on which server that is tried.
/// </summary>
public abstract class DatabaseContract
{
    private protected abstract Dialect Dialect { get; }

    private protected abstract IContractServer Machine { get; }

    private string Then => Dialect.Then;

    [ContractFact]
    public async Task First_release_creates_the_history_and_applies_all_in_version_order()
    {
        var database = await Empty();
        database.Scripts
            .With("10_add_color.up.sql", "ALTER TABLE widget ADD color int")
            .With("2_create_widget.up.sql", "CREATE TABLE widget (id bigint PRIMARY KEY)")
            .With("2_create_widget.down.sql", "DROP TABLE widget");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        (report.Status, report.From, report.To, report.Server!.Engine).ShouldBe((ResultStatus.Succeeded, null, "10", Dialect.Engine));
        report.Scripts.Select(script => (script.Version, script.Status, script.Transaction))
            .ShouldBe([("2", ScriptStatus.Applied, true), ("10", ScriptStatus.Applied, true)]);
        (await database.History()).ShouldBe(
            ["2 migration 2_create_widget.up.sql applied", "10 migration 10_add_color.up.sql applied"]);
    }

    [ContractFact]
    public async Task Second_release_applies_only_what_is_new()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_b.sql", "CREATE TABLE b (id int)");

        var report = await database.Apply();

        (report.Status, report.From, report.To).ShouldBe((ResultStatus.Succeeded, "5", "6"));
        report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Skipped, ScriptStatus.Applied]);
    }

    [ContractFact]
    public async Task Same_event_twice_changes_nothing_and_tells_what_happened()
    {
        var database = await Empty();
        var release = database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").Release(1);
        await database.Run(release);

        var again = await database.Run(release);

        (again.Status, again.IsRepeated).ShouldBe((ResultStatus.Succeeded, true));
        again.Scripts.ShouldHaveSingleItem().Status.ShouldBe(ScriptStatus.Applied);
        (await database.History()).Count.ShouldBe(1);
    }

    [ContractFact]
    public async Task Release_that_arrives_after_a_newer_one_is_superseded()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");
        await database.Run(database.Scripts.Release(2));
        var late = database.Scripts.With("2_b.sql", "CREATE TABLE b (id int)").Release(1);

        var report = await database.Run(late);

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Superseded, "superseded"));
        (await database.Exists("b")).ShouldBeFalse();
    }

    [ContractFact]
    public async Task Older_release_of_the_same_second_never_brings_back_an_older_repeatable()
    {
        var database = await Empty();
        var older = database.Scripts.With("R__v.sql", Dialect.View("v", "old")).Release(1, attempt: 9);
        var newer = database.Scripts.With("R__v.sql", Dialect.View("v", "new")).Release(1, attempt: 10);
        (await database.Run(newer)).Error.ShouldBeNull();

        (await database.Run(older)).Status.ShouldBe(ResultStatus.Superseded);

        (await database.Query("SELECT v FROM v")).ShouldBe(["new"]);
    }

    [ContractFact]
    public async Task Failed_script_leaves_nothing_and_points_at_its_line()
    {
        var database = await Empty();
        database.Scripts
            .With("1_good.sql", "CREATE TABLE good (id int)")
            .With("2_bad.sql", $"-- two parts\nCREATE TABLE half (id int){Then}\n  INSERT INTO half VALUES (1){Then}INSERT INTO missing VALUES (1)")
            .With("3_never.sql", "CREATE TABLE never (id int)");

        var report = await database.Apply();

        report.Status.ShouldBe(ResultStatus.Failed);
        report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Applied, ScriptStatus.Failed, ScriptStatus.Pending]);
        (report.Error!.Code, report.Error.Statement).ShouldBe(("statement-failed", 3));
        report.Error.Line.ShouldBe(database.Scripts.LineOf("2_bad.sql", "INSERT INTO missing"));
        report.Error.Message.ShouldContain("rolled back");
        (await database.Exists("half")).ShouldBeFalse();
        (await database.History()).ShouldBe(["1 migration 1_good.sql applied"]);
    }

    [ContractFact]
    public async Task Failed_script_is_applied_when_it_is_corrected()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id nonsense)");
        var failed = database.Scripts.Release(1);
        var first = await database.Run(failed);
        var again = await database.Run(failed);
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");

        var report = await database.Run(database.Scripts.Release(2));

        (again.Status, again.Error).ShouldBe((ResultStatus.Failed, first.Error));
        report.Error.ShouldBeNull();
        (await database.History()).ShouldBe(["1 migration 1_a.sql applied"]);
    }

    [ContractFact]
    public async Task Script_that_commits_by_itself_is_caught_and_never_recorded_as_applied() =>
        await ShouldCatch(Dialect.Hidden("COMMIT"));

    [ContractFact]
    public async Task Script_that_rolls_back_by_itself_is_caught_and_leaves_nothing()
    {
        var database = await ShouldCatch(Dialect.Hidden("ROLLBACK"));

        (await database.Exists("before_it")).ShouldBeFalse();
        (await database.History()).ShouldBe(["5 migration 5_a.sql applied"]);
    }

    [ContractFact]
    public async Task Script_that_gives_the_lock_away_is_rolled_back()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_b.sql", $"CREATE TABLE b (id int){Then}{Dialect.ReleaseLock}");

        var report = await database.Apply();

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "lock-lost"));
        (await database.Exists("b")).ShouldBeFalse();
    }

    [ContractFact]
    public async Task Every_script_meets_a_fresh_session()
    {
        var database = await Empty();
        database.Scripts
            .With("1_first.sql", Dialect.Litter)
            .With("2_second.sql", $"CREATE TABLE found_its_place (id int){Then}{Dialect.Litter}");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        (await database.Exists("found_its_place")).ShouldBeTrue();
    }

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
    public async Task First_contacts_at_once_create_the_history_once_and_apply_once()
    {
        var database = await Empty();
        database.Scripts.With("1_t.sql", "CREATE TABLE t (id int)").With("2_row.sql", "INSERT INTO t VALUES (1)");

        var reports = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => database.Run(database.Scripts.Release(number))));

        reports.ShouldAllBe(report => report.Status == ResultStatus.Succeeded || report.Status == ResultStatus.Superseded);
        (await database.Query("SELECT COUNT(*) FROM t")).ShouldBe(["1"]);
        (await database.History()).Count.ShouldBe(2);
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
    public async Task Commit_whose_answer_was_lost_is_found_in_the_history_and_the_run_goes_on()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("2_b.sql", "INSERT INTO a VALUES (2)");
        var cut = new CutServer(database.Server, "1_a.sql", () => Task.CompletedTask);

        var report = await new MigrationRun(cut, database.Scripts, TimeProvider.System)
            .Run(database.Scripts.Release(1), new Reports(), CancellationToken.None);

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("answer-lost");
        (await database.Query("SELECT id FROM a")).ShouldBe(["2"]);
        (await database.History()).Count.ShouldBe(2);
    }

    [ContractFact]
    public async Task Script_whose_session_was_ended_is_run_again_on_a_new_one()
    {
        var database = await Slow(seconds: 3);
        var run = database.Apply();
        await database.UntilBusy();
        await database.Execute(Dialect.EndRuns);

        var report = await run;

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("connection-lost");
        (await database.History()).ShouldBe(["1 migration 1_slow.sql applied"]);
    }

    [ContractFact]
    public async Task Applied_script_with_another_content_is_drift()
    {
        var database = await WithOneApplied();
        database.Scripts.With("5_a.sql", "CREATE TABLE a (id bigint)").With("6_b.sql", "CREATE TABLE b (id int)");

        (await ShouldRefuse(database, "drifted")).Error!.Script.ShouldBe($"migrations/{database.Name}/5_a.sql");
    }

    [ContractFact]
    public async Task Late_version_is_out_of_order_unless_the_release_allows_it()
    {
        var database = await WithOneApplied();
        database.Scripts.With("4_b.sql", "CREATE TABLE b (id int)");

        await ShouldRefuse(database, "out-of-order");

        var allowed = await database.Apply(ReleaseOptions.Default with { Order = ReleaseOrder.Any });
        allowed.Error.ShouldBeNull();
        allowed.Warnings.ShouldHaveSingleItem().Code.ShouldBe("late");
        (await database.Exists("b")).ShouldBeTrue();
    }

    [ContractFact]
    public async Task Script_that_the_release_no_longer_names_is_a_warning()
    {
        var database = await WithOneApplied();
        database.Scripts.Without("5_a.sql").With("6_b.sql", "CREATE TABLE b (id int)");

        var report = await database.Apply();

        report.Status.ShouldBe(ResultStatus.Succeeded);
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("missing");
    }

    [ContractFact]
    public async Task Script_whose_bytes_changed_in_the_bucket_is_not_run()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_b.sql", "CREATE TABLE b (id int)").Replaced("6_b.sql", "CREATE TABLE b (id xml)");

        await ShouldRefuse(database, "hash-mismatch");
    }

    [ContractFact]
    public async Task Database_with_another_tools_history_is_left_alone()
    {
        var database = await Empty();
        await database.Execute(Dialect.OtherToolsTable);
        database.Scripts.With("6_b.sql", "CREATE TABLE b (id int)");

        (await database.Plan()).Error!.Code.ShouldBe("foreign-history");
        (await ShouldRefuse(database, "foreign-history")).Error!.Message.ShouldContain("schema_migrations");
    }

    [ContractFact]
    public async Task Database_from_before_counts_marked_scripts_as_adopted_and_runs_the_others()
    {
        var database = await Empty();
        await database.Execute("CREATE TABLE a (id int)");
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("2_b.sql", "CREATE TABLE b (id int)");

        var report = await database.Apply(("1_a.sql", MarkedAs.Done, "made by hand"));

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        (await database.History()).ShouldBe(["1 migration 1_a.sql adopted", "2 migration 2_b.sql applied"]);
    }

    [ContractFact]
    public async Task Repeatable_runs_after_the_migrations_and_again_when_it_changes()
    {
        var database = await Empty();
        database.Scripts.With("R__v.sql", Dialect.View("v", "one")).With("V1__t.sql", "CREATE TABLE t (id int)");
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Apply()).Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Skipped);
        database.Scripts.With("R__v.sql", Dialect.View("v", "two"));

        var report = await database.Apply();

        report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Skipped, ScriptStatus.Applied]);
        (await database.Query("SELECT v FROM v")).ShouldBe(["two"]);
        (await database.History()).ShouldBe(
            ["1 migration V1__t.sql applied", "- repeatable R__v.sql applied", "- repeatable R__v.sql applied"]);
    }

    [ContractFact]
    public async Task Undo_takes_back_what_is_above_a_version_the_highest_first()
    {
        var database = await Empty();
        database.Scripts
            .With("1_a.sql", "CREATE TABLE a (id int)").With("1_a.down.sql", "DROP TABLE a")
            .With("2_b.sql", "CREATE TABLE b (id int)").With("2_b.down.sql", "DROP TABLE b")
            .With("3_b.sql", "ALTER TABLE b ADD v int").With("3_b.down.sql", "ALTER TABLE b DROP COLUMN v");
        (await database.Apply()).Error.ShouldBeNull();

        var undone = await database.Undo("1");

        (undone.Status, undone.Error, undone.To).ShouldBe((ResultStatus.Succeeded, null, "1"));
        (await database.Exists("b")).ShouldBeFalse();
        (await database.History()).ShouldBe(
        [
            "1 migration 1_a.sql applied",
            "2 migration 2_b.sql undone",
            "3 migration 3_b.sql undone",
            "3 undo 3_b.down.sql undone",
            "2 undo 2_b.down.sql undone",
        ]);
        (await database.Apply()).To.ShouldBe("3");
    }

    [ContractFact]
    public async Task Plan_tells_what_is_pending_and_changes_nothing()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("R__v.sql", Dialect.View("v", "one"));

        var plan = await database.Plan();

        (plan.Status, plan.Mode, plan.Error).ShouldBe((ResultStatus.Succeeded, ReleaseMode.Plan, null));
        plan.Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Pending);
        (await database.Exists("drawbridge.history")).ShouldBeFalse();
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Plan()).Plan!.Newest!.Script.ShouldBe($"migrations/{database.Name}/R__v.sql");
    }

    [ContractFact]
    public async Task Script_without_a_transaction_goes_on_where_it_stopped()
    {
        var database = await WithOneApplied();
        database.Scripts.With(
            "6_steps.sql", $"-- drawbridge: transaction=off\nINSERT INTO a VALUES (1){Then}INSERT INTO later VALUES (2){Then}INSERT INTO a VALUES (3)");
        var stopped = await database.Apply();
        (stopped.Status, stopped.Error!.Code).ShouldBe((ResultStatus.Failed, "statement-failed"));
        await database.Execute("CREATE TABLE later (id int)");

        var report = await database.Apply();

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Scripts[^1].Transaction.ShouldBe(false);
        (await database.Query("SELECT id FROM a ORDER BY id")).ShouldBe(["1", "3"]);
        (await database.Query("SELECT id FROM later")).ShouldBe(["2"]);
    }

    [ContractFact]
    public async Task Statement_that_runs_in_no_transaction_makes_its_script_one_without()
    {
        var database = await WithOneApplied();
        var child = $"{database.Name}_child";
        database.Scripts.With("6_child.sql", $"CREATE DATABASE {child}");

        var report = await database.Apply();
        await database.Execute($"DROP DATABASE {child}");

        report.Error.ShouldBeNull();
        report.Scripts[^1].Transaction.ShouldBe(false);
        (await database.History()).Count.ShouldBe(2);
    }

    [ContractFact]
    public async Task What_can_not_be_known_is_never_repeated_until_somebody_says_what_is_true()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_steps.sql", $"-- drawbridge: transaction=off\n{Dialect.Sleep(0)}{Then}INSERT INTO a VALUES (6)");
        var entry = database.Scripts.Release(0).Scripts.Single(script => script.Version == "6");
        await database.Execute(Dialect.LeftRow("6", "6_steps.sql", entry.Checksum));

        (await ShouldRefuse(database, "interrupted-script")).Error!.Script.ShouldBe(entry.Key);
        var marked = await database.Apply(("6_steps.sql", MarkedAs.RunAgain, "nothing of it was there"));

        (marked.Status, marked.Error).ShouldBe((ResultStatus.Succeeded, null));
        (await database.Query("SELECT id FROM a")).ShouldBe(["6"]);
    }

    [ContractFact]
    public async Task Script_whose_requirement_is_not_met_is_not_begun()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_b.sql", "-- drawbridge: require (SELECT COUNT(*) FROM a) > 0\nCREATE TABLE b (id int)");

        var report = await database.Apply();
        await database.Execute("INSERT INTO a VALUES (1)");

        (report.Status, report.Error!.Code, report.Error.Line).ShouldBe((ResultStatus.Failed, "requirement-not-met", 1));
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Exists("b")).ShouldBeTrue();
    }

    [ContractFact]
    public async Task Values_of_rows_are_not_in_messages()
    {
        var database = await WithOneApplied();
        await database.Execute("CREATE TABLE people (name varchar(40))");
        await database.Execute("INSERT INTO people VALUES ('Ada Lovelace'), ('Ada Lovelace')");
        database.Scripts.With("6_unique.sql", "CREATE UNIQUE INDEX people_name ON people (name)");
        (await database.Apply()).Error!.Message.ShouldNotContain("Ada");
        database.Scripts.With("6_unique.sql", "CREATE TABLE numbers (n int)").With("7_cast.sql", "INSERT INTO numbers SELECT CAST(name AS int) FROM people");

        var error = (await database.Apply()).Error.ShouldNotBeNull();

        error.Code.ShouldBe("statement-failed");
        error.Message.ShouldNotContain("Ada");
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

    private static async Task<RunReport> ShouldRefuse(ContractDatabase database, string code)
    {
        var report = await database.Apply();

        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, code));
        report.Error!.Remedy.ShouldNotBeNullOrWhiteSpace();
        (await database.Exists("b")).ShouldBeFalse();
        return report;
    }

    private async Task<ContractDatabase> ShouldCatch(string command)
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_ends.sql", $"CREATE TABLE before_it (id int){Then}{command}{Then}CREATE TABLE after_it (id int)");

        var report = await database.Apply();

        report.Status.ShouldBe(ResultStatus.Failed);
        (await database.Exists("after_it")).ShouldBeFalse();
        (await database.History()).ShouldNotContain(row => row.StartsWith("6 ", StringComparison.Ordinal) && row.EndsWith(" applied", StringComparison.Ordinal));
        (await database.Apply()).Status.ShouldNotBe(ResultStatus.Succeeded);
        return database;
    }

    private async Task<ContractDatabase> Slow(double seconds)
    {
        var database = await Empty();
        database.Scripts.With("1_slow.sql", $"CREATE TABLE slow (id int){Then}{Dialect.Sleep(seconds)}");
        return database;
    }

    private async Task<ContractDatabase> WithOneApplied()
    {
        var database = await Empty();
        database.Scripts.With("5_a.sql", "CREATE TABLE a (id int)");
        (await database.Apply()).Error.ShouldBeNull();
        return database;
    }

    private async Task<ContractDatabase> Empty() => new(Machine, Dialect, await Machine.CreateDatabase());
}
