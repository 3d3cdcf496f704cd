using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class Planning(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    /// <summary>Every object, setting and grant that a plan could leave behind.</summary>
    private const string Everything = """
        SELECT string_agg(what, ' ' ORDER BY what) FROM (
            SELECT 'class ' || oid || ' ' || xmin FROM pg_class UNION ALL SELECT 'schema ' || oid || ' ' || xmin FROM pg_namespace
            UNION ALL SELECT 'proc ' || oid || ' ' || xmin FROM pg_proc WHERE oid > 16383) AS all_there_is (what)
        """;

    [PostgresFact]
    public async Task Fresh_database_has_all_pending_and_stays_as_it_was()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("1_a.down.sql", "DROP TABLE a").With("R__v.sql", "CREATE VIEW v AS SELECT 1");
        var before = await database.Query(Everything);

        var plan = await database.Plan();

        (plan.Status, plan.Mode, plan.Error, plan.From, plan.To).ShouldBe((ResultStatus.Succeeded, ReleaseMode.Plan, null, null, null));
        plan.Server!.Engine.ShouldBe("postgresql");
        plan.Scripts.Select(script => (script.Description, script.Status)).ShouldBe([("a", ScriptStatus.Pending), ("v", ScriptStatus.Pending)]);
        (plan.Plan!.Drifted.Count, plan.Plan.Missing.Count, plan.Plan.Interrupted.Count).ShouldBe((0, 0, 0));
        (plan.Plan.LockHolder, plan.Plan.Newest).ShouldBe((null, null));
        (await database.Query(Everything)).ShouldBe(before);
    }

    [PostgresFact]
    public async Task What_is_applied_is_skipped_and_the_newest_row_is_told()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");
        (await database.Apply()).Error.ShouldBeNull();
        database.Scripts.With("2_b.sql", "CREATE TABLE b (id int)");

        var plan = await database.Plan();

        plan.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Skipped, ScriptStatus.Pending]);
        (plan.From, plan.To).ShouldBe(("1", "1"));
        var newest = plan.Plan!.Newest.ShouldNotBeNull();
        (newest.Version, newest.Script, newest.State).ShouldBe(("1", $"migrations/{database.Name}/1_a.sql", "applied"));
        newest.At.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromHours(1));
        (await database.Exists("b")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Everything_that_drifted_is_missing_or_interrupted_is_named_and_the_first_reason_refuses()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "SELECT 1").With("2_b.sql", "SELECT 2").With("3_c.sql", "SELECT 3")
            .With("4_index.sql", "CREATE INDEX CONCURRENTLY i ON no_such_table (id)");
        (await database.Apply()).Status.ShouldBe(ResultStatus.Failed);
        database.Scripts.With("1_a.sql", "SELECT 10").With("2_b.sql", "SELECT 20").Without("3_c.sql");

        var plan = await database.Plan();

        (plan.Status, plan.Error!.Code).ShouldBe((ResultStatus.Refused, "drifted"));
        var folder = $"migrations/{database.Name}";
        plan.Plan!.Drifted.ShouldBe([$"{folder}/1_a.sql", $"{folder}/2_b.sql"]);
        plan.Plan.Missing.ShouldBe([$"{folder}/3_c.sql"]);
        plan.Plan.Interrupted.ShouldBe([$"{folder}/4_index.sql"]);
        plan.Warnings.ShouldContain(warning => warning.Code == "missing");
    }

    [PostgresFact]
    public async Task Lock_is_neither_taken_nor_waited_for_but_its_holder_named()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");
        await using var other = await database.Connect();
        await using var take = new Npgsql.NpgsqlCommand("SELECT pg_advisory_lock(4932111707304782180)", other);
        await take.ExecuteNonQueryAsync();

        var plan = await database.Plan();

        (plan.Status, plan.Plan!.LockHolder!.Pid).ShouldBe((ResultStatus.Succeeded, other.ProcessID));
    }

    [PostgresFact]
    public async Task Read_only_server_can_be_looked_at()
    {
        var database = await Empty();
        await database.Execute($"ALTER DATABASE {database.Name} SET default_transaction_read_only = on");
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");

        (await database.Plan()).Status.ShouldBe(ResultStatus.Succeeded);
    }

    [PostgresFact]
    public async Task Another_tools_history_is_found_before_a_deploy_would()
    {
        var database = await Empty();
        await database.Execute("CREATE TABLE flyway_schema_history (installed_rank int)");

        (await database.Plan()).Error!.Code.ShouldBe("foreign-history");
    }

    [PostgresFact]
    public async Task Database_that_is_not_there_yet_has_everything_pending()
    {
        var database = new TestDatabase(postgres.Server, "not_there_yet");
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");

        var plan = await database.Plan();

        (plan.Status, plan.Server).ShouldBe((ResultStatus.Succeeded, null));
        plan.Scripts.ShouldHaveSingleItem().Status.ShouldBe(ScriptStatus.Pending);
        plan.Warnings.ShouldHaveSingleItem().Code.ShouldBe("database-missing");
    }

    private async Task<TestDatabase> Empty() => new(postgres.Server, await postgres.CreateDatabase());
}
