using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

/// <content>What is left of a script that fails, and what is said about it.</content>
public abstract partial class DatabaseContract
{
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
}
