using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

public sealed class UndoingInSeveralInvocations(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    [PostgresFact]
    public async Task Each_tells_all_that_was_taken_back_so_far()
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        for (var number = 1; number <= 4; number++)
        {
            database.Scripts.With($"{number}_a.up.sql", $"CREATE TABLE a{number} (id int)").With($"{number}_a.down.sql", $"DROP TABLE a{number}");
        }

        (await database.Apply()).Error.ShouldBeNull();
        var release = database.Scripts.Release(9) with { Mode = ReleaseMode.Undo, Target = "1" };

        RunReport[] reports = [await Invoke(database, release), await Invoke(database, release), await Invoke(database, release)];

        reports.Select(report => (report.Status, report.Continues, report.From, report.To)).ShouldBe(
        [
            (ResultStatus.Running, true, "4", "3"),
            (ResultStatus.Running, true, "4", "2"),
            (ResultStatus.Succeeded, false, "4", "1"),
        ]);
        reports.Select(report => report.Scripts.Count(script => script.Status == ScriptStatus.Undone)).ShouldBe([1, 2, 3]);
        reports[^1].Scripts.Select(script => script.Version).ShouldBe(["4", "3", "2"]);
    }

    private static async Task<RunReport> Invoke(TestDatabase database, Release release)
    {
        var time = new OverSoon();
        using var clock = new RunClock(time, OverSoon.Whole, OverSoon.Whole, mayContinue: true);
        return await new MigrationRun(database.Server, database.Scripts, TimeProvider.System).Run(release, time, clock);
    }

    /// <summary>An invocation whose time is over as soon as one script has run.</summary>
    private sealed class OverSoon : TimeProvider, IProgress<RunReport>
    {
        public static readonly TimeSpan Whole = TimeSpan.FromHours(1);

        private TimeSpan _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public void Report(RunReport value) => _now = value.Scripts.Any(script => script.DurationMs is not null) ? Whole : _now;
    }
}
