using Drawbridge.Engine.Donors;
using Drawbridge.Engine.PostgreSql.Donors;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class AdoptingGolangMigrate(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Everything_up_to_its_version_counts_as_applied_and_the_rest_runs()
    {
        var database = await AtVersion3();

        var report = await database.Apply();

        (report.Status, report.From, report.To).ShouldBe((ResultStatus.Succeeded, null, "4"));
        report.Scripts.Select(script => script.Status)
            .ShouldBe([ScriptStatus.Adopted, ScriptStatus.Adopted, ScriptStatus.Adopted, ScriptStatus.Applied]);
        report.Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("3 of the scripts count as applied");
        (await database.Exists("c")).ShouldBeFalse();
        (await database.Exists("d")).ShouldBeTrue();
        (await database.Query("SELECT version || ' ' || dirty FROM schema_migrations")).ShouldBe(["3 false"]);
        var again = await database.Apply();
        (again.Error, again.Warnings.Count).ShouldBe((null, 0));
    }

    [PostgresFact]
    public async Task Dirty_history_is_refused_with_the_remedy()
    {
        var database = await AtVersion3();
        await database.Execute("UPDATE schema_migrations SET dirty = true");

        await ShouldRefuse(database, "foreign-history-unfinished", "migrate force");
    }

    [PostgresFact]
    public async Task Version_that_no_script_has_is_refused()
    {
        var database = await AtVersion3();
        await database.Execute("UPDATE schema_migrations SET version = 20260101");

        await ShouldRefuse(database, "foreign-script-missing", "Put its script back");
    }

    [PostgresFact]
    public async Task Table_without_a_row_means_that_nothing_was_applied()
    {
        var database = await AtVersion3();
        await database.Execute("DELETE FROM schema_migrations");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Exists("a")).ShouldBeTrue();
        (await database.Query("SELECT DISTINCT state FROM drawbridge.history")).ShouldBe(["applied"]);
    }

    [PostgresTheory]
    [InlineData("public\0schema_migrations\0/")]
    [InlineData("public\0schema_migrations\0")]
    [InlineData("public\0/")]
    [InlineData("")]
    public async Task Nothing_is_taken_over_while_it_is_at_work(string prefix)
    {
        var database = await AtVersion3();
        var key = unchecked(Crc32.Of(System.Text.Encoding.UTF8.GetBytes(prefix + database.Name)) * 1486364155);
        await using var other = await OtherSession.Begin(database, $"SELECT pg_advisory_lock({key})");
        database.Options = database.Options with { LockWaitSeconds = 0 };

        var report = await database.Apply();

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Refused, "lock-not-acquired"));
        report.Error.Message.ShouldContain("lock of golang-migrate");
        (await database.History()).ShouldBeEmpty();
    }

    [Fact]
    public void Its_lock_s_keys_are_those_that_its_program_and_its_library_compute()
    {
        var donor = new DonorHistory(DonorTool.GolangMigrate, "public", "schema_migrations", []);

        DonorLock.Keys(donor, "app").Take(2).ShouldBe([1726534663, 1787120056]);
    }

    [PostgresFact]
    public async Task When_it_goes_on_later_the_next_release_says_so_and_takes_it_over_if_asked()
    {
        var database = await AtVersion3();
        database.Scripts.Without("4_d.up.sql");
        (await database.Apply()).Error.ShouldBeNull();
        database.Scripts.With("4_d.up.sql", "CREATE TABLE d (id int)");
        await database.Execute("UPDATE schema_migrations SET version = 4");
        var asked = database.Options;
        database.Options = ReleaseOptions.Default;
        await ShouldRefuse(database, "foreign-history-changed", "adopt: golang-migrate");
        database.Options = asked;

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        report.Scripts[^1].Status.ShouldBe(ScriptStatus.Adopted);
        database.Options = ReleaseOptions.Default;
        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task When_it_takes_something_back_later_nothing_runs()
    {
        var database = await AtVersion3();
        (await database.Apply()).Error.ShouldBeNull();
        await database.Execute("UPDATE schema_migrations SET version = 2");

        await ShouldRefuse(database, "foreign-history-changed", "apply it again");
    }

    [PostgresFact]
    public async Task What_was_taken_back_since_is_not_taken_over_a_second_time()
    {
        var database = await AtVersion3();
        database.Scripts.Without("4_d.up.sql").With("3_c.down.sql", "SELECT 1");
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Undo("2")).Error.ShouldBeNull();

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        (await database.Exists("c")).ShouldBeTrue();
    }

    private static async Task ShouldRefuse(TestDatabase database, string code, string remedy)
    {
        var report = await database.Apply();

        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, code));
        report.Error!.Remedy.ShouldContain(remedy);
    }

    private async Task<TestDatabase> AtVersion3()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.LeaveHistoryOf("golang-migrate");
        foreach (var (version, table) in new[] { (1, "a"), (2, "b"), (3, "c"), (4, "d") })
        {
            database.Scripts.With($"{version}_{table}.up.sql", $"CREATE TABLE {table} (id int)");
        }

        database.Options = ReleaseOptions.Default with { Adopt = DonorTool.GolangMigrate };
        return database;
    }
}
