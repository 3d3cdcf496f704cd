using Drawbridge.Manifests;
using Drawbridge.Scripts;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class AdoptingFlyway(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    /// <summary>What Flyway computes of its default table's name.</summary>
    private const long Lock = 77433833903597;

    private const string First = "CREATE TABLE a (id int);\n";
    private const string Second = "CREATE TABLE b (id int);\n";
    private const string View = "CREATE OR REPLACE VIEW v AS SELECT 1 AS one;\n";

    private int _rank;

    [PostgresFact]
    public async Task What_it_applied_counts_as_applied_and_the_rest_runs()
    {
        var database = await WithTwoApplied();
        await Record(database, null, "v", "SQL", "R__v.sql", FlywayChecksum.OfText(View));
        var before = await database.Query("SELECT flyway_schema_history::text FROM flyway_schema_history ORDER BY installed_rank");
        database.Scripts.With("V3__c.sql", "CREATE TABLE c (id int)").With("R__w.sql", "CREATE VIEW w AS SELECT 2");

        var report = await database.Apply();

        (report.Status, report.To).ShouldBe((ResultStatus.Succeeded, "3"));
        report.Scripts.Select(script => (script.Description, script.Status)).ShouldBe([
            ("a", ScriptStatus.Adopted), ("b", ScriptStatus.Adopted), ("c", ScriptStatus.Applied),
            ("v", ScriptStatus.Adopted), ("w", ScriptStatus.Applied)]);
        (await database.History()).Take(3).ShouldBe([
            "1 migration V1__a.sql adopted 0/0", "2.1 migration V2_1__b.sql adopted 0/0", "- repeatable R__v.sql adopted 0/0"]);
        (await database.Exists("a")).ShouldBeFalse();
        (await database.Query("SELECT flyway_schema_history::text FROM flyway_schema_history ORDER BY installed_rank")).ShouldBe(before);
        var again = await database.Apply();
        (again.Error, again.Warnings.Count).ShouldBe((null, 0));
        again.Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Skipped);
    }

    [PostgresFact]
    public async Task Plan_shows_what_would_be_taken_over_and_takes_nothing()
    {
        var database = await WithTwoApplied();
        database.Scripts.With("V3__c.sql", "CREATE TABLE c (id int)");

        var plan = await database.Plan();

        plan.Status.ShouldBe(ResultStatus.Succeeded);
        var warning = plan.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("adopted");
        warning.Message.ShouldEndWith("flyway_schema_history', up to installed_rank 2).");
        plan.Scripts.Select(script => script.Status)
            .ShouldBe([ScriptStatus.Adopted, ScriptStatus.Adopted, ScriptStatus.Pending, ScriptStatus.Pending]);
        (await database.Exists("drawbridge.history")).ShouldBeFalse();
    }

    [PostgresTheory]
    [InlineData("UNDO_SQL")]
    [InlineData("DELETE")]
    public async Task What_it_took_back_or_deleted_is_pending(string type)
    {
        var database = await WithTwoApplied();
        await Record(database, "2.1", "b", type, "x", null);

        (await database.Plan()).Scripts.Take(2).Select(script => script.Status).ShouldBe([ScriptStatus.Adopted, ScriptStatus.Pending]);
    }

    [PostgresFact]
    public async Task Up_to_its_baseline_everything_counts_as_applied_whatever_it_holds()
    {
        var database = await Empty();
        await Record(database, "2.1", "<< Flyway Baseline >>", "BASELINE", "<< Flyway Baseline >>", null);
        database.Scripts.With("V3__c.sql", "CREATE TABLE c (id int)");

        (await database.Plan()).Scripts.Take(3).Select(script => script.Status)
            .ShouldBe([ScriptStatus.Adopted, ScriptStatus.Adopted, ScriptStatus.Pending]);
    }

    [PostgresFact]
    public async Task Repeatable_with_another_content_runs()
    {
        var database = await WithTwoApplied();
        await Record(database, null, "v", "SQL", "R__v.sql", FlywayChecksum.OfText("CREATE VIEW v AS SELECT 0;"));

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Exists("v")).ShouldBeTrue();
    }

    [PostgresFact]
    public async Task Checksum_that_differs_is_refused_with_both_unless_the_script_is_marked()
    {
        var database = await WithTwoApplied();
        database.Scripts.With("V2_1__b.sql", "CREATE TABLE b (id bigint);\n");

        var error = await ShouldRefuse(database, "foreign-script-changed");

        error.Script.ShouldBe($"migrations/{database.Name}/V2_1__b.sql");
        error.Message.ShouldContain($"Flyway recorded {FlywayChecksum.OfText(Second)}");
        (await database.History()).ShouldBeEmpty();
        (await database.Apply(("V2_1__b.sql", MarkedAs.Done, "only a comment changed"))).Error.ShouldBeNull();
        (await database.Exists("b")).ShouldBeFalse();
        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Failed_migration_is_refused_with_the_remedy()
    {
        var database = await WithTwoApplied();
        await Record(database, "3", "c", "SQL", "V3__c.sql", 1, success: false);
        database.Scripts.With("V3__c.sql", "CREATE TABLE c (id int)");

        (await ShouldRefuse(database, "foreign-history-unfinished")).Remedy.ShouldContain("flyway repair");
    }

    [PostgresFact]
    public async Task Migration_that_is_no_sql_needs_a_marked_script_in_its_place()
    {
        var database = await WithTwoApplied();
        await Record(database, "3", "Import", "JDBC", "db.migration.V3__Import", null);
        (await ShouldRefuse(database, "foreign-script-unsupported")).Message.ShouldContain("'db.migration.V3__Import'");
        database.Scripts.With("V3__Import.sql", "SELECT 'what the code did'");
        (await ShouldRefuse(database, "foreign-script-unsupported")).Remedy.ShouldContain("'done'");

        (await database.Apply(("V3__Import.sql", MarkedAs.Done, "Flyway ran it as code"))).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Migration_that_is_not_among_the_scripts_is_refused()
    {
        var database = await WithTwoApplied();
        database.Scripts.Without("V1__a.sql");

        (await ShouldRefuse(database, "foreign-script-missing")).Message.ShouldContain("version '1'");
    }

    [PostgresFact]
    public async Task Nothing_is_taken_over_while_it_is_at_work()
    {
        var database = await WithTwoApplied();
        await using var other = await OtherSession.Begin(database, $"SELECT pg_advisory_xact_lock({Lock})");
        database.Options = database.Options with { LockWaitSeconds = 0 };
        (await ShouldRefuse(database, "lock-not-acquired")).Message.ShouldContain("lock of Flyway");
        await other.Run("ROLLBACK");

        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Both_locks_are_held_while_it_is_taken_over_and_its_own_is_free_before_scripts_run()
    {
        var database = await WithTwoApplied();
        await database.Apply(ReleaseOptions.Default);
        await database.Execute(
            "CREATE TABLE held (locks bigint)",
            "CREATE VIEW locks AS SELECT count(*) AS number FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()",
            "CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.held SELECT number FROM public.locks; RETURN NULL; END'",
            "CREATE TRIGGER look AFTER INSERT ON drawbridge.history EXECUTE FUNCTION look()");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT locks FROM held")).ShouldBe(["2", "2", "1"]);
    }

    [PostgresFact]
    public async Task Death_in_the_middle_leaves_nothing_and_the_next_run_takes_all_over()
    {
        var database = await WithTwoApplied();
        await database.Apply(ReleaseOptions.Default);
        await database.Execute(
            "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'",
            "CREATE TRIGGER die BEFORE INSERT ON drawbridge.history FOR EACH ROW WHEN (NEW.version = '2.1') EXECUTE FUNCTION die()");
        (await database.Apply()).Status.ShouldBe(ResultStatus.Unavailable);
        (await database.History()).ShouldBeEmpty();
        await database.Execute("DROP TRIGGER die ON drawbridge.history");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT count(*) FROM drawbridge.history WHERE state = 'adopted'")).ShouldBe(["2"]);
    }

    [PostgresFact]
    public async Task When_it_goes_on_later_the_next_release_says_so_and_takes_it_over_if_asked()
    {
        var database = await WithTwoApplied();
        (await database.Apply()).Error.ShouldBeNull();
        await Record(database, "3", "c", "SQL", "V3__c.sql", FlywayChecksum.OfText("CREATE TABLE c (id int)"));
        database.Scripts.With("V3__c.sql", "CREATE TABLE c (id int)");
        var asked = database.Options;
        database.Options = ReleaseOptions.Default;
        (await ShouldRefuse(database, "foreign-history-changed")).Remedy.ShouldContain("adopt: flyway");
        database.Options = asked;

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Exists("c")).ShouldBeFalse();
        database.Options = ReleaseOptions.Default;
        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task When_it_takes_something_back_later_nothing_runs()
    {
        var database = await WithTwoApplied();
        (await database.Apply()).Error.ShouldBeNull();
        await Record(database, "2.1", "b", "UNDO_SQL", "U2_1__b.sql", 1);

        (await ShouldRefuse(database, "foreign-history-changed")).Remedy.ShouldContain("apply it again");
    }

    private static async Task<ResultError> ShouldRefuse(TestDatabase database, string code)
    {
        var report = await database.Apply();

        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, code));
        return report.Error!;
    }

    private async Task<TestDatabase> WithTwoApplied()
    {
        var database = await Empty();
        await Record(database, null, "<< Flyway Schema Creation >>", "SCHEMA", "\"public\"", null);
        await Record(database, "1", "a", "SQL", "V1__a.sql", FlywayChecksum.OfText(First));
        await Record(database, "2.1", "b", "SQL", "V2_1__b.sql", FlywayChecksum.OfText(Second));
        return database;
    }

    /// <summary>As if the tables were made elsewhere: what runs again can be seen.</summary>
    private async Task<TestDatabase> Empty()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.LeaveHistoryOf("flyway");
        database.Scripts.With("V1__a.sql", First).With("V2_1__b.sql", Second).With("R__v.sql", View);
        database.Options = ReleaseOptions.Default with { Adopt = DonorTool.Flyway };
        return database;
    }

    private Task Record(
        TestDatabase database, string? version, string description, string type, string script, int? checksum, bool success = true) =>
        database.Execute($"""
            INSERT INTO "public"."flyway_schema_history"
                ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "execution_time", "success")
            VALUES ({_rank++}, {Literal(version)}, '{description}', '{type}', '{script}', {checksum?.ToString() ?? "NULL"}, 'flyway', 1, {success})
            """);

    private static string Literal(string? text) => text is null ? "NULL" : $"'{text}'";
}
