using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class Undoing(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Zero_takes_everything_back_a_version_zero_too()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("0_a.up.sql", "CREATE TABLE a ()").With("0_a.down.sql", "DROP TABLE a");
        (await database.Apply()).Error.ShouldBeNull();

        (await database.Undo("0")).Error.ShouldBeNull();

        (await database.Exists("a")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Versions_above_the_target_are_taken_back_the_highest_first()
    {
        var database = await WithThree();

        var report = await database.Undo("1");

        report.Error.ShouldBeNull();
        (report.Status, report.Mode, report.From, report.To).ShouldBe((ResultStatus.Succeeded, ReleaseMode.Undo, "10", "1"));
        report.Scripts.Select(script => (script.Version, script.Status)).ShouldBe([("10", ScriptStatus.Undone), ("2", ScriptStatus.Undone)]);
        (await database.Exists("c") || await database.Exists("b")).ShouldBeFalse();
        (await database.Exists("a")).ShouldBeTrue();
        (await database.History()).ShouldBe(
        [
            "1 migration 1_a.up.sql applied 1/1",
            "2 migration 2_b.up.sql undone 1/1",
            "10 migration 10_c.up.sql undone 1/1",
            "10 undo 10_c.down.sql undone 1/1",
            "2 undo 2_b.down.sql undone 1/1",
        ]);
    }

    [PostgresFact]
    public async Task Zero_takes_everything_back()
    {
        var database = await WithThree();

        var report = await database.Undo("0");

        (report.Status, report.From, report.To).ShouldBe((ResultStatus.Succeeded, "10", null));
        (await database.Exists("a")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task What_was_taken_back_is_pending_and_can_be_applied_and_taken_back_again()
    {
        var database = await WithThree();
        (await database.Undo("1")).Error.ShouldBeNull();

        (await database.Plan()).Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Skipped, ScriptStatus.Pending, ScriptStatus.Pending]);
        var again = await database.Apply();
        (again.Status, again.From, again.To).ShouldBe((ResultStatus.Succeeded, "1", "10"));
        (await database.Exists("c")).ShouldBeTrue();
        (await database.Undo("2")).To.ShouldBe("2");

        (await database.Query("SELECT count(*) FROM drawbridge.history WHERE state = 'applied'")).ShouldBe(["2"]);
    }

    [PostgresFact]
    public async Task Repeatables_stay_as_they_are()
    {
        var database = await WithThree();
        database.Scripts.With("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS one");
        (await database.Apply()).Error.ShouldBeNull();

        var report = await database.Undo("0");

        report.Scripts.Count.ShouldBe(3);
        (await database.Exists("v")).ShouldBeTrue();
        (await database.Apply()).Scripts[^1].Status.ShouldBe(ScriptStatus.Skipped);
    }

    [PostgresFact]
    public async Task Same_event_twice_takes_back_once_and_tells_what_happened()
    {
        var database = await WithThree();
        var release = database.Scripts.Release(30) with { Mode = ReleaseMode.Undo, Target = "2" };
        await database.Run(release);

        var again = await database.Run(release);

        (again.Status, again.From, again.To).ShouldBe((ResultStatus.Succeeded, "10", "2"));
        again.Scripts.Select(script => (script.Version, script.Status)).ShouldBe([("10", ScriptStatus.Undone)]);
        (await database.History()).Count.ShouldBe(4);
    }

    [PostgresFact]
    public async Task Late_event_of_an_undo_takes_nothing_back()
    {
        var database = await WithThree();
        var late = database.Scripts.Release(0) with { Mode = ReleaseMode.Undo, Target = "1" };

        var report = await database.Run(late);

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Refused, "superseded"));
        (await database.Exists("c")).ShouldBeTrue();
    }

    [PostgresFact]
    public async Task Late_event_of_a_deploy_does_not_bring_back_what_was_taken_back()
    {
        var database = await WithThree();
        var late = database.Scripts.Release(1, attempt: 2);
        (await database.Undo("1")).Error.ShouldBeNull();

        (await database.Run(late)).Status.ShouldBe(ResultStatus.Superseded);
        (await database.Exists("b")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Missing_undo_script_refuses_before_anything_runs()
    {
        var database = await WithThree();
        database.Scripts.Without("2_b.down.sql");

        await ShouldRefuse(database, "1", "undo-missing");
        (await database.Undo("2")).Error.ShouldBeNull();
    }

    [PostgresTheory]
    [InlineData("3")]
    [InlineData("20261122")]
    public async Task Target_that_the_database_does_not_have_is_refused(string target)
    {
        var error = await ShouldRefuse(await WithThree(), target, "undo-target-unknown");

        error.Remedy.ShouldContain("10, 2, 1");
    }

    [PostgresFact]
    public async Task Undo_script_of_a_migration_that_drifted_is_refused()
    {
        var database = await WithThree();
        database.Scripts.With("10_c.up.sql", "CREATE TABLE c (id bigint, other int)");

        await ShouldRefuse(database, "1", "drifted");
    }

    [PostgresFact]
    public async Task Undo_script_whose_bytes_changed_in_the_bucket_is_not_run()
    {
        var database = await WithThree();
        database.Scripts.Replaced("2_b.down.sql", "DROP TABLE a");

        await ShouldRefuse(database, "1", "hash-mismatch");
    }

    [PostgresFact]
    public async Task Failing_undo_script_is_rolled_back_and_what_was_taken_back_before_it_stays_so()
    {
        var database = await WithThree();
        database.Scripts.With("2_b.down.sql", "DROP TABLE b; DROP TABLE no_such_table");

        var report = await database.Undo("0");

        (report.Status, report.Error!.Code, report.Error.Statement, report.To).ShouldBe((ResultStatus.Failed, "statement-failed", 2, "2"));
        report.Error.Remedy.ShouldContain("undo to the same version again");
        report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Undone, ScriptStatus.Failed, ScriptStatus.Pending]);
        (await database.Exists("b")).ShouldBeTrue();
        database.Scripts.With("2_b.down.sql", "DROP TABLE b");
        (await database.Undo("0")).To.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Undo_script_without_a_transaction_is_counted_statement_by_statement_and_goes_on()
    {
        var database = await WithIndex();
        var stopped = await database.Undo("1");
        (stopped.Status, stopped.Error!.Statement).ShouldBe((ResultStatus.Failed, 2));
        stopped.Error.Remedy.ShouldContain("undo to the same version again");
        stopped.Error.Remedy.ShouldNotContain("deploy");
        (await database.History())[^1].ShouldBe("2 undo 2_index.down.sql started 1/2");
        (await database.Query("SELECT state FROM drawbridge.history WHERE version = '2' AND kind = 'migration'")).ShouldBe(["applied"]);
        await database.Execute("CREATE TABLE in_the_way (id int)");

        var report = await database.Undo("1");

        (report.Status, report.To).ShouldBe((ResultStatus.Succeeded, "1"));
        (await database.History())[^1].ShouldBe("2 undo 2_index.down.sql undone 2/2");
        (await database.Query("SELECT state FROM drawbridge.history WHERE version = '2' AND kind = 'migration'")).ShouldBe(["undone"]);
    }

    [PostgresFact]
    public async Task Undo_script_of_which_nothing_took_effect_may_be_corrected_to_need_no_such_care()
    {
        var database = await WithIndex();
        database.Scripts.With("2_index.down.sql", "DROP INDEX CONCURRENTLY no_such_index; DROP INDEX CONCURRENTLY a_id");
        (await database.Undo("1")).Error!.Statement.ShouldBe(1);
        database.Scripts.With("2_index.down.sql", "DROP INDEX a_id");

        var report = await database.Undo("1");

        (report.Status, report.To, report.Scripts[0].Transaction).ShouldBe((ResultStatus.Succeeded, "1", true));
        (await database.History()).Skip(1).ShouldBe(["2 migration 2_index.up.sql undone 1/1", "2 undo 2_index.down.sql undone 1/1"]);
    }

    [PostgresFact]
    public async Task Nothing_is_applied_while_an_undo_script_has_begun_and_not_ended()
    {
        var database = await WithIndex();
        (await database.Undo("1")).Status.ShouldBe(ResultStatus.Failed);
        database.Scripts.With("3_c.sql", "CREATE TABLE c (id int)");

        var report = await database.Apply();

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Refused, "interrupted-script"));
        (await database.Exists("c")).ShouldBeFalse();
        (await database.Plan()).Plan!.Interrupted.ShouldBe([$"migrations/{database.Name}/2_index.down.sql"]);
        (await ShouldRefuse(database, "2", "interrupted-script")).Message.ShouldContain("2_index.down.sql");
    }

    [PostgresFact]
    public async Task Migration_that_has_begun_and_not_ended_is_not_taken_back()
    {
        var database = await WithThree();
        database.Scripts.With("11_index.sql", "CREATE INDEX CONCURRENTLY i ON no_such_table (id)").With("11_index.down.sql", "DROP INDEX i");
        (await database.Apply()).Status.ShouldBe(ResultStatus.Failed);

        await ShouldRefuse(database, "1", "interrupted-script");
    }

    /// <summary>Its undo script stops at the second statement until a table is there.</summary>
    private async Task<TestDatabase> WithIndex()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts
            .With("1_a.up.sql", "CREATE TABLE a (id int)")
            .With("2_index.up.sql", "CREATE INDEX CONCURRENTLY a_id ON a (id)")
            .With("2_index.down.sql", "DROP INDEX CONCURRENTLY a_id; DROP TABLE in_the_way");
        (await database.Apply()).Error.ShouldBeNull();
        return database;
    }

    private async Task<TestDatabase> WithThree()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        foreach (var (version, name) in new[] { (1, "a"), (2, "b"), (10, "c") })
        {
            database.Scripts
                .With($"{version}_{name}.up.sql", $"CREATE TABLE {name} (id int)")
                .With($"{version}_{name}.down.sql", $"DROP TABLE {name}");
        }

        (await database.Apply()).Error.ShouldBeNull();
        return database;
    }

    private static async Task<ResultError> ShouldRefuse(TestDatabase database, string target, string code)
    {
        var before = await database.History();
        var report = await database.Undo(target);

        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, code));
        (await database.History()).ShouldBe(before);
        return report.Error!;
    }
}
