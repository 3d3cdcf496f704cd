using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>
/// Applies one release to one database: connect, lock, read history, decide, load everything, apply. Whatever ends it,
/// the answer is a report; what was applied is applied and recorded, and nothing else happened.
/// </summary>
public sealed class MigrationRun(IDatabaseServer server, IScriptSource source, TimeProvider time)
{
    /// <summary>Runs a release to its end.</summary>
    /// <param name="release">Already read and believed: see <see cref="ReleaseReader"/>.</param>
    /// <param name="progress">Hears of each change, in order, on the run's own thread; must be quick.</param>
    /// <param name="cancellationToken">Stops the run between or within statements; the report says where.</param>
    public async Task<RunReport> Run(Release release, IProgress<RunReport> progress, CancellationToken cancellationToken)
    {
        var state = new RunState(progress);
        var started = time.GetTimestamp();
        try
        {
            await using var session = await server.Connect(release.Database, release.Id, cancellationToken);
            state.Reached(session);
            return await new LockWait(session, time).Take(release, state, cancellationToken) is { } notAcquired
                ? state.EndBy(notAcquired)
                : await RunLocked(session, release, state, cancellationToken);
        }
        catch (DrawbridgeException exception)
        {
            return state.EndBy(exception.Problem);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var elapsed = (int)time.GetElapsedTime(started).TotalSeconds;
            return state.Ended ?? state.End(ResultStatus.Failed, ResultError.Of(new DeadlineReached(state.Where, elapsed)));
        }
    }

    private async Task<RunReport> RunLocked(
        IDatabaseSession session, Release release, RunState state, CancellationToken cancellationToken)
    {
        var id = ReleaseId.TryParse(release.Id, out var parsed) ? parsed : throw new ArgumentException(release.Id, nameof(release));
        var history = await session.ReadHistory(id, cancellationToken);
        var decision = Decision.Of(release, id, history);
        state.Decided(release, history, decision);
        if (history.Outcome is { } outcome)
        {
            return state.EndedBefore(outcome);
        }

        var report = decision.Ending is { } ending
            ? state.End(ending, decision.Refusal is null ? null : ResultError.Of(decision.Refusal))
            : await Apply(session, release, decision, state, cancellationToken);
        await session.RecordRelease(release, report.Status, cancellationToken);
        return report;
    }

    private async Task<RunReport> Apply(
        IDatabaseSession session, Release release, Decision decision, RunState state, CancellationToken cancellationToken)
    {
        var (scripts, flaw) = await new ScriptLoader(server, source, release.Database).Load(decision.Pending, cancellationToken);
        if (flaw is not null)
        {
            return state.End(ResultStatus.Refused, flaw);
        }

        foreach (var script in scripts)
        {
            state.Begins(script);
            var outcome = await session.Apply(script, release, cancellationToken);
            state.Ran(script, outcome);
            if (outcome.Error is not null)
            {
                return state.End(ResultStatus.Failed, outcome.Error);
            }
        }

        return state.End(ResultStatus.Succeeded, error: null);
    }
}
