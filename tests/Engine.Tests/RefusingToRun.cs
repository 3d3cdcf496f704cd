using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class RefusingToRun(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Line_endings_are_no_drift()
    {
        var database = await WithOneApplied();
        database.Scripts.With("5_a.sql", "CREATE TABLE a (id int)\r\n;");

        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Script_that_was_begun_and_is_gone_is_not_called_applied_though_its_undo_script_is_there()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_index.sql", "CREATE INDEX CONCURRENTLY i ON missing (id)");
        (await database.Apply()).Status.ShouldBe(ResultStatus.Failed);
        database.Scripts.Without("6_index.sql").With("6_index.down.sql", "DROP INDEX i").With("7_c.sql", "CREATE TABLE c (id int)");

        var report = await database.Apply();

        report.Status.ShouldBe(ResultStatus.Succeeded);
        report.Warnings.ShouldHaveSingleItem().Message.ShouldContain("'6_index.sql' is begun");
    }

    [PostgresTheory]
    [InlineData("CREATE TABLE b (id int); COMMIT;", "transaction-control")]
    [InlineData("CREATE TABLE b (id int); DISCARD ALL;", "session-control")]
    [InlineData("CREATE TABLE b (id int); SELECT pg_advisory_unlock_all();", "session-control")]
    [InlineData("CREATE TABLE b (id int); DO $x$ BEGIN PERFORM pg_advisory_unlock(4932111707304782180); END $x$;", "session-control")]
    [InlineData("CREATE TABLE b (id int); SELECT pg_catalog.pg_advisory_unlock(1, 2);", "session-control")]
    [InlineData("CREATE TABLE b (id int); SET standard_conforming_strings = off;", "session-control")]
    [InlineData("CREATE TABLE b (id int); INSERT INTO b VALUES ('never ends);", "syntax-error")]
    [InlineData("CREATE TABLE b (id int);\n\\i other.sql\n", "syntax-error")]
    [InlineData("CREATE TABLE b (id int);\nCOPY b FROM STDIN (FORMAT binary);\n1\n\\.\n", "syntax-error")]
    public async Task Script_that_must_not_run_is_refused_before_any_other_runs(string sql, string code)
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_innocent.sql", "CREATE TABLE innocent (id int)").With("7_b.sql", sql);

        var report = await ShouldRefuse(database, code);

        report.Error!.Script.ShouldEndWith("7_b.sql");
        (await database.Exists("innocent")).ShouldBeFalse();
    }

    private static async Task<RunReport> ShouldRefuse(TestDatabase database, string code)
    {
        var report = await database.Apply();

        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, code));
        report.Error!.Remedy.ShouldNotBeNullOrWhiteSpace();
        (await database.Exists("b")).ShouldBeFalse();
        return report;
    }

    private async Task<TestDatabase> WithOneApplied()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("5_a.sql", "CREATE TABLE a (id int)\n;");
        (await database.Apply()).Error.ShouldBeNull();
        return database;
    }
}
