using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>The driver hangs up on a server that is short of something, though its answer is as good as any other.</summary>
public sealed class MeetingTheServersOwnTroubles(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresTheory]
    [InlineData("53100", "Free space")]
    [InlineData("53200", "smaller steps")]
    [InlineData("53400", "raise the limit")]
    [InlineData("58030", "the server's own")]
    [InlineData("XX000", "the server's own")]
    public async Task Script_fails_leaves_nothing_and_is_named_with_the_remedy(string state, string remedy)
    {
        var database = await WithTable();
        database.Scripts.With("2_big.sql", $"INSERT INTO t VALUES (2);\n{Raise(state)};").With("3_more.sql", "INSERT INTO t VALUES (3)");

        var report = await database.Apply();

        (report.Status, report.Error!.Code, report.Error.SqlState).ShouldBe((ResultStatus.Failed, "statement-failed", state));
        (report.Error.Script, report.Error.Statement, report.Error.Line).ShouldBe(($"migrations/{database.Name}/2_big.sql", 2, 2));
        report.Error.Message.ShouldContain("nothing of it is left in the database");
        report.Error.Remedy.ShouldContain(remedy);
        report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Applied, ScriptStatus.Failed, ScriptStatus.Pending]);
        (await database.Query("SELECT id FROM t")).ShouldBeEmpty();
        (await database.Query("SELECT outcome FROM drawbridge.releases")).ShouldBe(["failed"]);

        database.Scripts.With("2_big.sql", "INSERT INTO t VALUES (2)");
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Query("SELECT id FROM t ORDER BY id")).ShouldBe(["2", "3"]);
    }

    [PostgresFact]
    public async Task Script_without_a_transaction_goes_on_at_that_statement()
    {
        var database = await WithTable();
        database.Scripts.With("2_steps.sql", $"-- drawbridge: transaction=off\nINSERT INTO t VALUES (2);\n{Raise("53100")};\nVACUUM t;");

        var error = (await database.Apply()).Error!;

        (error.Code, error.Script, error.Statement).ShouldBe(("statement-failed", $"migrations/{database.Name}/2_steps.sql", 2));
        error.Message.ShouldContain("the statement before it stays.");
        (await database.History())[^1].ShouldBe("2 migration 2_steps.sql started 1/3");
        await database.Execute("CREATE TABLE calm ()");
        (await database.Apply()).Error.ShouldBeNull();
        (await database.Query("SELECT id FROM t")).ShouldBe(["2"]);
    }

    [PostgresFact]
    public async Task Block_that_commits_by_itself_stays_unresolved()
    {
        var database = await WithTable();
        database.Scripts.With("2_block.sql", "-- drawbridge: transaction=off\nDO $$ BEGIN INSERT INTO t VALUES (2); COMMIT; RAISE SQLSTATE '53100'; END $$;");

        (await database.Apply()).Status.ShouldBe(ResultStatus.Unavailable);

        var error = (await database.Apply()).Error!;
        (error.Code, error.Script).ShouldBe(("interrupted-script", $"migrations/{database.Name}/2_block.sql"));
        (await database.Query("SELECT id FROM t")).ShouldBe(["2"]);
    }

    /// <summary>Until a table called calm is there.</summary>
    private static string Raise(string state) => $"DO $$ BEGIN IF to_regclass('calm') IS NULL THEN RAISE SQLSTATE '{state}'; END IF; END $$";

    private async Task<TestDatabase> WithTable()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_t.sql", "CREATE TABLE t (id int)");
        return database;
    }
}
