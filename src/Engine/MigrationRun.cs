using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>
/// Applies one release to one database: connect, lock, read history, decide, load everything, apply. Whatever ends it,
/// the answer is a report; what was applied is applied and recorded, and nothing else happened.
/// </summary>
public sealed class MigrationRun(IDatabaseServer server, IScriptSource source, TimeProvider time)
{
    /// <summary>Runs a release until it ends or a person stops it.</summary>
    public async Task<RunReport> Run(Release release, IProgress<RunReport> progress, CancellationToken cancellationToken)
    {
        using var clock = new RunClock(time, cancellationToken);
        return await Run(release, progress, clock);
    }

    /// <summary>Runs a release to its end, or to where another invocation must go on.</summary>
    /// <param name="release">Already read and believed: see <see cref="ReleaseReader"/>.</param>
    /// <param name="progress">Hears of each change, in order, on the run's own thread; must be quick.</param>
    /// <param name="clock">Stops the run between or within statements; the report says where.</param>
    public async Task<RunReport> Run(Release release, IProgress<RunReport> progress, RunClock clock)
    {
        var state = new RunState(release.Mode, progress);
        await using var database = new LockedDatabase(server, release, state, clock);
        try
        {
            return await database.Take() is { } notAcquired
                ? state.EndBy(notAcquired)
                : await RunLocked(database, release, state, clock);
        }
        catch (DrawbridgeException exception)
        {
            return state.EndBy(exception.Problem);
        }
        catch (OperationCanceledException) when (clock.Stop.IsCancellationRequested)
        {
            return state.Ended ?? (clock.MayContinue ? state.Continue() : await StopForGood(database, state, clock));
        }
    }

    private async Task<RunReport> RunLocked(LockedDatabase database, Release release, RunState state, RunClock clock)
    {
        var id = ReleaseId.TryParse(release.Id, out var parsed) ? parsed : throw new ArgumentException(release.Id, nameof(release));
        var history = await database.ReadHistory(id);
        if (history.Finished is { } finished)
        {
            return state.EndedBefore(release, history, finished);
        }

        var decision = Decision.Of(release, id, history);
        state.Decided(release, history, decision);

        var report = decision.Ending is { } ending
            ? state.End(ending, decision.Refusal)
            : await Apply(database, release, decision, state, clock);
        // Of a script that failed, who waits should hear even if the database can't take note of it: a full disk.
        await (report.Status == ResultStatus.Failed ? database.TryRecord(report) : database.Record(report));
        return report;
    }

    private async Task<RunReport> Apply(
        LockedDatabase database, Release release, Decision decision, RunState state, RunClock clock)
    {
        var (scripts, flaw) = await new ScriptLoader(server, source, release.Database).Load(decision.Pending, clock.Stop);
        if (flaw is not null)
        {
            return state.End(ResultStatus.Refused, flaw);
        }

        await database.Settle(decision);
        for (var next = 0; next < scripts.Count;)
        {
            ResultError? error = null;
            await database.Apply(scripts, next, (script, outcome) =>
            {
                state.Ran(script, outcome);
                (next, error) = (next + 1, outcome.Error);
            });
            state.Tell();
            if (error is not null)
            {
                return state.End(ResultStatus.Failed, error);
            }
        }

        return state.End(ResultStatus.Succeeded, error: null);
    }

    private static async Task<RunReport> StopForGood(LockedDatabase database, RunState state, RunClock clock)
    {
        var seconds = (int)clock.Elapsed.TotalSeconds;
        Problem problem = clock.IsEndless ? Cancelled.Applying(state.Where, seconds) : new DeadlineReached(state.Where, seconds);
        var report = state.End(ResultStatus.Failed, ResultError.Of(problem));
        await database.TryRecord(report);
        return report;
    }
}
