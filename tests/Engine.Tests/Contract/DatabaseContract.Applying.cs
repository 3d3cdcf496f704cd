using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

/// <content>What is applied, in which order, and how often.</content>
public abstract partial class DatabaseContract
{
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
}
