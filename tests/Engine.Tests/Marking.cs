using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class Marking(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Unknown = "INSERT INTO a VALUES (1); CALL twice()";

    [PostgresFact]
    public async Task Interrupted_script_that_is_marked_done_is_recorded_with_the_reason_and_not_run()
    {
        var database = await Interrupted();
        (await database.Apply()).Error!.Code.ShouldBe("interrupted-script");

        var report = await database.Apply(("2_b.sql", MarkedAs.Done, "completed by hand"));

        (report.Status, report.Error, report.To).ShouldBe((ResultStatus.Succeeded, null, "2"));
        report.Scripts[^1].Status.ShouldBe(ScriptStatus.Skipped);
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("marked");
        (await database.History())[^1].ShouldBe("2 migration 2_b.sql applied 1/2");
        (await database.Query("SELECT count(*) FROM a")).ShouldBe(["0"]);
        (await database.Query("SELECT reason FROM drawbridge.history WHERE version = '2'")).ShouldHaveSingleItem().ShouldEndWith(" completed by hand");
    }

    [PostgresFact]
    public async Task Interrupted_script_that_is_marked_to_run_again_begins_at_its_first_statement_whatever_it_says_now()
    {
        var database = await Interrupted();
        database.Scripts.With("2_b.sql", $"-- drawbridge: transaction=off\nINSERT INTO a VALUES (2); {Unknown}");

        var report = await database.Apply(("2_b.sql", MarkedAs.RunAgain, "tidied up"));

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        (await database.History())[^1].ShouldBe("2 migration 2_b.sql applied 3/3");
        (await database.Query("SELECT string_agg(id::text, ' ' ORDER BY id) FROM a")).ShouldBe(["1 2 7 8"]);
        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Mark_acts_once_even_when_its_script_is_interrupted_again()
    {
        var database = await Interrupted();
        await database.Execute("ALTER TABLE a ADD CHECK (id <> 8)");
        var mark = ("2_b.sql", MarkedAs.RunAgain, "tidied up");
        (await database.Apply(mark)).Error!.Code.ShouldBe("statement-unresolved");

        var again = await database.Apply(mark);

        (again.Status, again.Error!.Code).ShouldBe((ResultStatus.Refused, "interrupted-script"));
        again.Warnings.ShouldHaveSingleItem().Code.ShouldBe("mark-used");
        (await database.Query("SELECT string_agg(id::text, ' ' ORDER BY id) FROM a")).ShouldBe(["1 7"]);
        (await database.Apply(("2_b.sql", MarkedAs.Done, "another reason"))).Error.ShouldBeNull();
        (await database.Query("SELECT reason FROM drawbridge.history WHERE version = '2'")).ShouldHaveSingleItem().Split('\n').Length.ShouldBe(2);
    }

    [PostgresFact]
    public async Task Mark_of_what_is_applied_does_nothing_and_says_so()
    {
        var database = await Interrupted();
        var mark = ("2_b.sql", MarkedAs.Done, "completed by hand");
        (await database.Apply(mark)).Error.ShouldBeNull();
        var before = await database.Query("SELECT history::text FROM drawbridge.history ORDER BY id");

        var again = await database.Apply(mark, ("1_a.sql", MarkedAs.RunAgain, "again"));

        again.Status.ShouldBe(ResultStatus.Succeeded);
        again.Warnings.Select(warning => warning.Code).ShouldBe(["mark-used", "mark-used"]);
        (await database.Query("SELECT history::text FROM drawbridge.history ORDER BY id")).ShouldBe(before);
    }

    [PostgresFact]
    public async Task Database_from_before_counts_marked_scripts_as_adopted_and_runs_the_others()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute("CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL)", "CREATE TABLE a (id int)");
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("2_b.sql", "CREATE TABLE b (id int)");
        (await database.Apply()).Error!.Code.ShouldBe("foreign-history");
        var mark = ("1_a.sql", MarkedAs.Done, "golang-migrate has applied it");
        (await database.Plan(mark)).Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Adopted, ScriptStatus.Pending]);

        var report = await database.Apply(mark);

        (report.Status, report.From, report.To).ShouldBe((ResultStatus.Succeeded, null, "2"));
        (await database.History()).ShouldBe(["1 migration 1_a.sql adopted 0/0", "2 migration 2_b.sql applied 1/1"]);
        (await database.Apply(mark)).Error.ShouldBeNull();
        (await database.Apply()).Warnings.ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task New_database_runs_what_others_count_as_done()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("2_b.sql", "CREATE TABLE b (id int)");

        var report = await database.Apply(("1_a.sql", MarkedAs.Done, "golang-migrate has applied it"), ("2_b.sql", MarkedAs.RunAgain, "tidied up"));

        report.Status.ShouldBe(ResultStatus.Succeeded);
        report.Warnings.Select(warning => warning.Code).ShouldBe(["mark-ignored", "mark-ignored"]);
        (await database.Exists("a")).ShouldBeTrue();
    }

    [PostgresFact]
    public async Task Refused_release_records_no_mark()
    {
        var database = await Interrupted();
        database.Scripts.With("1_a.sql", "SELECT 'drifted'");

        (await database.Apply(("2_b.sql", MarkedAs.Done, "completed by hand"))).Error!.Code.ShouldBe("drifted");

        (await database.Query("SELECT count(reason) FROM drawbridge.history")).ShouldBe(["0"]);
    }

    [PostgresFact]
    public async Task Same_event_twice_tells_what_the_first_did()
    {
        var database = await Interrupted();
        var release = database.Scripts.Release(60) with { Marks = [new ReleaseMark($"migrations/{database.Name}/2_b.sql", MarkedAs.Done, "by hand")] };
        (await database.Run(release)).Error.ShouldBeNull();

        var again = await database.Run(release);

        (again.Status, again.To).ShouldBe((ResultStatus.Succeeded, "2"));
        again.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Skipped, ScriptStatus.Skipped]);
    }

    [PostgresTheory]
    [InlineData(MarkedAs.Done, "2 undo 2_b.down.sql undone 1/2")]
    [InlineData(MarkedAs.RunAgain, "2 undo 2_b.down.sql undone 2/2")]
    public async Task Interrupted_undo_script_can_be_marked_too(MarkedAs declared, string row)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("2_b.sql", "CREATE TABLE b (id int)")
            .With("2_b.down.sql", "-- drawbridge: transaction=off\nDROP TABLE IF EXISTS b; DROP TABLE c");
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Undo("1")).Error!.Statement.ShouldBe(2);
        await database.Execute("CREATE TABLE c (id int)");

        var report = await database.Undo("1", ("2_b.down.sql", declared, "the rest is done by hand"));

        (report.Status, report.To).ShouldBe((ResultStatus.Succeeded, "1"));
        (await database.History()).Skip(1).ShouldBe(["2 migration 2_b.sql undone 1/1", row]);
        (await database.Exists("c")).ShouldBe(declared == MarkedAs.Done);
    }

    [PostgresFact]
    public async Task Other_tools_table_does_not_matter_once_everything_was_taken_back()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "CREATE TABLE schema_migrations (id int)").With("1_a.down.sql", "SELECT 1");
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Undo("0")).Error.ShouldBeNull();
        database.Scripts.With("1_a.sql", "CREATE TABLE b (id int)");

        (await database.Apply()).Error.ShouldBeNull();
    }

    /// <summary>A run died while the second statement of version 2 was at work, of which nobody knows whether it took effect.</summary>
    private async Task<TestDatabase> Interrupted()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", """
            CREATE TABLE a (id int);
            CREATE PROCEDURE twice() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO a VALUES (7); COMMIT; INSERT INTO a VALUES (8); END $$;
            """);
        (await database.Apply()).Error.ShouldBeNull();
        database.Scripts.With("2_b.sql", $"-- drawbridge: transaction=off\n{Unknown}");
        await database.Leave("2_b.sql", done: 1);
        return database;
    }
}
