using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests.Contract;

/// <content>What scripts can't do to the run that they are part of.</content>
public abstract partial class DatabaseContract
{
    [ContractFact]
    public async Task Script_that_commits_by_itself_is_caught_and_never_recorded_as_applied() =>
        await ShouldCatch(Dialect.Hidden("COMMIT"));

    [ContractFact]
    public async Task Script_that_rolls_back_by_itself_is_caught_and_leaves_nothing()
    {
        var database = await ShouldCatch(Dialect.Hidden("ROLLBACK"));

        (await database.Exists("before_it")).ShouldBeFalse();
        (await database.History()).ShouldBe(["5 migration 5_a.sql applied"]);
    }

    [ContractFact]
    public async Task Script_that_gives_the_lock_away_is_rolled_back()
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_b.sql", $"CREATE TABLE b (id int){Then}{Dialect.ReleaseLock}");

        var report = await database.Apply();

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "lock-lost"));
        (await database.Exists("b")).ShouldBeFalse();
    }

    [ContractFact]
    public async Task Every_script_meets_a_fresh_session()
    {
        var database = await Empty();
        database.Scripts
            .With("1_first.sql", Dialect.Litter)
            .With("2_second.sql", $"CREATE TABLE found_its_place (id int){Then}{Dialect.Litter}");

        var report = await database.Apply();

        report.Error.ShouldBeNull();
        (await database.Exists("found_its_place")).ShouldBeTrue();
    }

    private async Task<ContractDatabase> ShouldCatch(string command)
    {
        var database = await WithOneApplied();
        database.Scripts.With("6_ends.sql", $"CREATE TABLE before_it (id int){Then}{command}{Then}CREATE TABLE after_it (id int)");

        var report = await database.Apply();

        report.Status.ShouldBe(ResultStatus.Failed);
        (await database.Exists("after_it")).ShouldBeFalse();
        (await database.History()).ShouldNotContain(row => row.StartsWith("6 ", StringComparison.Ordinal) && row.EndsWith(" applied", StringComparison.Ordinal));
        (await database.Apply()).Status.ShouldNotBe(ResultStatus.Succeeded);
        return database;
    }
}
