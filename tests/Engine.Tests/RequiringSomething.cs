using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class RequiringSomething(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Index = "CREATE INDEX CONCURRENTLY a_id ON a (id)";

    [PostgresTheory]
    [InlineData("(SELECT count(*) FROM a) = 0")]
    [InlineData("'1' = '1' /* also; this */")]
    [InlineData("current_setting('transaction_read_only') = 'on'")]
    public async Task Script_whose_requirement_is_true_runs_and_may_write(string expression)
    {
        var database = await WithA();
        database.Scripts.With("2_b.sql", $"-- drawbridge: require {expression}\nINSERT INTO a VALUES (1)").With("3_c.sql", $"-- drawbridge: require {expression.Replace("= 0", "= 1", StringComparison.Ordinal)}\n{Index}");

        (await database.Apply()).Error.ShouldBeNull();

        (await database.Query("SELECT count(*) FROM a")).ShouldBe(["1"]);
        (await database.Query("SELECT coalesce(current_setting('drawbridge.requirement', true), '')")).ShouldBe([""]);
    }

    [PostgresTheory]
    [InlineData("false")]
    [InlineData("null")]
    [InlineData("(SELECT max(id) > 0 FROM a)")]
    [InlineData("to_regclass('no_such_table') IS NOT NULL")]
    public async Task Script_whose_requirement_is_false_or_null_is_not_begun(string expression)
    {
        foreach (var sql in new[] { "CREATE TABLE b (id int)", "CREATE TABLE b (id int); " + Index })
        {
            var database = await WithA();
            database.Scripts.With("2_b.sql", $"-- what it is about\n-- drawbridge: require {expression}\n{sql}").With("3_c.sql", "CREATE TABLE c (id int)");

            var report = await database.Apply();

            (report.Status, report.Error!.Code, report.Error.Line, report.Error.Column, report.Error.SqlState)
                .ShouldBe((ResultStatus.Failed, "requirement-not-met", 2, 24, null));
            report.Error.Message.ShouldContain($"requires '{expression}'");
            report.Scripts.Select(script => script.Status).ShouldBe([ScriptStatus.Skipped, ScriptStatus.Failed, ScriptStatus.Pending]);
            (await database.Exists("b")).ShouldBeFalse();
            (await database.History()).ShouldBe(["1 migration 1_a.sql applied 1/1"]);
        }
    }

    [PostgresFact]
    public async Task All_of_several_must_be_true()
    {
        var database = await WithA();
        database.Scripts.With("2_b.sql", "-- drawbridge: require true\n-- drawbridge: require 1 > 2\nCREATE TABLE b (id int)");

        var error = (await database.Apply()).Error!;

        (error.Code, error.Line).ShouldBe(("requirement-not-met", 2));
        error.Message.ShouldContain("'1 > 2'");
    }

    [PostgresFact]
    public async Task Script_is_applied_once_its_requirement_is_true()
    {
        var database = await WithA();
        database.Scripts.With("2_b.sql", "-- drawbridge: require EXISTS (SELECT FROM a)\nCREATE TABLE b (id int)");
        (await database.Apply()).Error!.Code.ShouldBe("requirement-not-met");
        await database.Execute("INSERT INTO a VALUES (1)");

        (await database.Apply()).Error.ShouldBeNull();
        (await database.Exists("b")).ShouldBeTrue();
    }

    [PostgresTheory]
    [InlineData("'é' = missing_column", 30, "42703")]
    [InlineData("1 + 1", 24, "42804")]
    [InlineData("nextval('numbers') > 0", 24, "25006")]
    [InlineData("1 / (SELECT count(*) FROM a) > 0", 24, "22012")]
    public async Task Requirement_that_fails_is_shown_at_its_place(string expression, int column, string sqlState)
    {
        var database = await WithA();
        await database.Execute("CREATE SEQUENCE numbers");
        database.Scripts.With("2_b.sql", $"\n-- drawbridge: require {expression}\nCREATE TABLE b (id int)");

        var error = (await database.Apply()).Error!;

        (error.Code, error.Line, error.Column, error.SqlState).ShouldBe(("requirement-failed", 2, column, sqlState));
        (await database.Exists("b")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Requirement_with_two_statements_is_none()
    {
        var database = await WithA();
        database.Scripts.With("2_b.sql", "-- drawbridge: require true; DROP TABLE a\nCREATE TABLE b (id int)");

        (await database.Apply()).Error!.Code.ShouldBe("syntax-error");
        (await database.Exists("a")).ShouldBeTrue();
    }

    [PostgresFact]
    public async Task Script_that_goes_on_is_not_asked_again_what_its_beginning_required()
    {
        var database = await WithA();
        database.Scripts.With("2_b.sql", "-- drawbridge: require to_regclass('b') IS NULL\nCREATE TABLE b (id int); CREATE INDEX CONCURRENTLY b_id ON b (id); INSERT INTO c VALUES (1)");
        (await database.Apply()).Error!.Statement.ShouldBe(3);
        await database.Execute("CREATE TABLE c (id int)");

        (await database.Apply()).Error.ShouldBeNull();
    }

    [PostgresFact]
    public async Task Undo_script_can_require_something_too()
    {
        var database = await WithA();
        database.Scripts.With("1_a.down.sql", "-- drawbridge: require NOT EXISTS (SELECT FROM a)\nDROP TABLE a");
        await database.Execute("INSERT INTO a VALUES (1)");

        (await database.Undo("0")).Error!.Code.ShouldBe("requirement-not-met");
        (await database.Exists("a")).ShouldBeTrue();
    }

    private async Task<TestDatabase> WithA()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)");
        (await database.Apply()).Error.ShouldBeNull();
        return database;
    }
}
