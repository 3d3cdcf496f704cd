using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

/// <content>Connections that end in the middle.</content>
public abstract partial class DatabaseContract
{
    [ContractFact]
    public async Task Commit_whose_answer_was_lost_is_found_in_the_history_and_the_run_goes_on()
    {
        var database = await Empty();
        database.Scripts.With("1_a.sql", "CREATE TABLE a (id int)").With("2_b.sql", "INSERT INTO a VALUES (2)");
        var cut = new CutServer(database.Server, "1_a.sql", () => Task.CompletedTask);

        var report = await new MigrationRun(cut, database.Scripts, TimeProvider.System)
            .Run(database.Scripts.Release(1), new Reports(), CancellationToken.None);

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("answer-lost");
        (await database.Query("SELECT id FROM a")).ShouldBe(["2"]);
        (await database.History()).Count.ShouldBe(2);
    }

    [ContractFact]
    public async Task Script_whose_session_was_ended_is_run_again_on_a_new_one()
    {
        var database = await Slow(seconds: 3);

        var report = await Killed(database);

        (report.Status, report.Error).ShouldBe((ResultStatus.Succeeded, null));
        report.Warnings.ShouldHaveSingleItem().Code.ShouldBe("connection-lost");
        (await database.History()).ShouldBe(["1 migration 1_slow.sql applied"]);
    }
}
