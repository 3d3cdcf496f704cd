using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

/// <content>Scripts that can't be one transaction.</content>
public abstract partial class DatabaseContract
{
    [ContractFact]
    public async Task Script_without_a_transaction_goes_on_where_it_stopped()
    {
        var database = await WithOneApplied();
        database.Scripts.With(
            "6_steps.sql", $"-- drawbridge: transaction=off\nINSERT INTO a VALUES (1){Then}INSERT INTO later VALUES (2){Then}INSERT INTO a VALUES (3)");
        var stopped = await database.Apply();
        (stopped.Status, stopped.Error!.Code).ShouldBe((ResultStatus.Failed, "statement-failed"));
        await database.Execute("CREATE TABLE later (id int)");

        var report = await database.Apply();

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Scripts[^1].Transaction.ShouldBe(false);
        (await database.Query("SELECT id FROM a ORDER BY id")).ShouldBe(["1", "3"]);
        (await database.Query("SELECT id FROM later")).ShouldBe(["2"]);
    }

    [ContractFact]
    public async Task Script_without_a_transaction_that_is_killed_midway_goes_on_with_the_very_step()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_steps.sql", Steps(Dialect.Sleep(3)));

        var report = await Killed(database);

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("connection-lost");
        (await database.Query("SELECT id FROM a ORDER BY id")).ShouldBe(["1", "3"]);
        (await database.History()).ShouldContain("6 migration 6_steps.sql applied");
    }

    [ContractFact]
    public async Task Script_without_a_transaction_that_is_killed_where_nobody_can_know_is_said_to_be_interrupted()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_steps.sql", Steps(Dialect.CommitAndSleep(60)));

        var report = await Killed(database);

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Unavailable, "database-connection-lost"));
        (await ShouldRefuse(database, "interrupted-script")).Error!.Script.ShouldBe($"migrations/{database.Name}/6_steps.sql");
        (await database.Query("SELECT id FROM a")).ShouldBe(["1"]);
    }

    [ContractFact]
    public async Task Statement_that_runs_in_no_transaction_makes_its_script_one_without()
    {
        var database = await WithOneApplied();
        var child = $"{database.Name}_child";
        database.Scripts.With("6_child.sql", $"CREATE DATABASE {child}");

        var report = await database.Apply();
        await database.Execute($"DROP DATABASE {child}");

        report.Error.ShouldBeNull();
        report.Scripts[^1].Transaction.ShouldBe(false);
        (await database.History()).Count.ShouldBe(2);
    }

    [ContractFact]
    public async Task What_can_not_be_known_is_never_repeated_until_somebody_says_what_is_true()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_steps.sql", $"-- drawbridge: transaction=off\n{Dialect.Sleep(0)}{Then}INSERT INTO a VALUES (6)");
        var entry = database.Scripts.Release(0).Scripts.Single(script => script.Version == "6");
        await database.Execute(Dialect.LeftRow("6", "6_steps.sql", entry.Checksum));

        (await ShouldRefuse(database, "interrupted-script")).Error!.Script.ShouldBe(entry.Key);
        var marked = await database.Apply(("6_steps.sql", MarkedAs.RunAgain, "nothing of it was there"));

        (marked.Status, marked.Error).ShouldBe((ResultStatus.Succeeded, null));
        (await database.Query("SELECT id FROM a")).ShouldBe(["6"]);
    }

    private string Steps(string middle) =>
        $"-- drawbridge: transaction=off\nINSERT INTO a VALUES (1){Then}{middle}{Then}INSERT INTO a VALUES (3)";
}
