using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class MeetingABrokenHistory(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresTheory]
    [InlineData("UPDATE drawbridge.history SET version = 'abc'", "'abc'")]
    [InlineData("UPDATE drawbridge.history SET version = '01'", "'01'")]
    [InlineData("UPDATE drawbridge.history SET version = NULL", "row 1")]
    [InlineData("UPDATE drawbridge.history SET statements_done = -1", "-1 statements")]
    [InlineData("ALTER TABLE drawbridge.history DROP CONSTRAINT history_state_check; UPDATE drawbridge.history SET state = '2'", "'2'")]
    [InlineData("ALTER TABLE drawbridge.history DROP COLUMN path", "\"path\" does not exist")]
    [InlineData("ALTER TABLE drawbridge.releases DROP COLUMN outcome", "\"outcome\" does not exist")]
    public async Task What_drawbridge_never_wrote_stops_the_run(string damage, string part)
    {
        var database = await WithOneApplied();
        await database.Execute(damage.Split("; "));

        await ShouldRefuse(database, part);
    }

    [PostgresFact]
    public async Task Outcome_that_is_none_stops_the_run()
    {
        var database = await WithOneApplied();
        await database.Execute("UPDATE drawbridge.releases SET outcome = 'well'");

        var report = await database.Run(database.Scripts.Release(1));

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Refused, "history-unusable"));
        report.Error.Message.ShouldContain("'well'");
    }

    [PostgresFact]
    public async Task Failure_whose_reason_can_not_be_read_is_still_a_failure()
    {
        var database = await WithOneApplied();
        await database.Execute("UPDATE drawbridge.releases SET outcome = 'failed', error = '{'");

        var report = await database.Run(database.Scripts.Release(1));

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "release-finished"));
    }

    [PostgresFact]
    public async Task Server_that_takes_no_changes_for_a_moment_is_waited_for()
    {
        var database = await WithOneApplied();
        database.Scripts.With("7_late.sql", "CREATE TABLE late (id int)");
        await database.Execute($"ALTER DATABASE \"{database.Name}\" SET default_transaction_read_only = on");

        var report = await database.Run(database.Scripts.Release(8));

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Unavailable, "database-read-only"));
        await database.Execute(
            "SET default_transaction_read_only = off", $"ALTER DATABASE \"{database.Name}\" RESET default_transaction_read_only");
        (await database.Run(database.Scripts.Release(8))).Error.ShouldBeNull();
        (await database.Exists("late")).ShouldBeTrue();
    }

    [PostgresFact]
    public async Task Script_that_takes_the_history_away_for_good_is_told_as_a_failure()
    {
        var database = await WithOneApplied();
        database.Scripts.With("7_drop.sql", "-- drawbridge: transaction=off\nDO $$ BEGIN COMMIT; DROP SCHEMA drawbridge CASCADE; END $$");

        var report = await database.Apply();

        (report.Status, report.Error!.Code).ShouldBe((ResultStatus.Failed, "history-unusable"));
    }

    [PostgresFact]
    public async Task Script_that_takes_the_history_away_in_its_transaction_is_rolled_back()
    {
        var database = await WithOneApplied();
        database.Scripts.With("7_drop.sql", "CREATE TABLE c (id int); DROP SCHEMA drawbridge CASCADE");

        (await database.Apply()).Status.ShouldBe(ResultStatus.Failed);

        (await database.Exists("c")).ShouldBeFalse();
        (await database.History()).Count.ShouldBe(2);
    }

    private static async Task ShouldRefuse(TestDatabase database, string part)
    {
        var report = await database.Apply();

        (report.Status, report.Error?.Code).ShouldBe((ResultStatus.Refused, "history-unusable"));
        report.Error!.Message.ShouldContain(part);
        (await database.Exists("b")).ShouldBeFalse();
    }

    private async Task<TestDatabase> WithOneApplied()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        database.Scripts.With("5_a.sql", "CREATE TABLE a (id int)");
        (await database.Apply()).Error.ShouldBeNull();
        database.Scripts.With("6_b.sql", "CREATE TABLE b (id int)");
        return database;
    }
}
