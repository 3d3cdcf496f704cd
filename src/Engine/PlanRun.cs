using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>
/// Says what a release of these scripts would find in one database: connect, look, decide, tell. It reads no script,
/// takes no lock and writes nothing.
/// </summary>
public sealed class PlanRun(IDatabaseServer server)
{
    /// <summary>Answers a plan. A release that would be refused is a plan that is refused, for the same reason.</summary>
    /// <param name="plan">Already read and believed: see <see cref="ReleaseReader"/>.</param>
    /// <param name="progress">Hears of each change; must be quick.</param>
    /// <param name="clock">Stops the looking.</param>
    public async Task<RunReport> Run(Release plan, IProgress<RunReport> progress, RunClock clock)
    {
        var state = new RunState(ReleaseMode.Plan, progress);
        try
        {
            return Tell(plan, await Look(plan, state, clock), state);
        }
        catch (DrawbridgeException exception)
        {
            return state.EndBy(exception.Problem);
        }
        catch (OperationCanceledException) when (clock.Stop.IsCancellationRequested)
        {
            return state.EndBy(new DeadlineReached("while it looked at the database", (int)clock.Elapsed.TotalSeconds));
        }
    }

    private async Task<DatabaseView> Look(Release plan, RunState state, RunClock clock)
    {
        try
        {
            await using var session = await server.Connect(plan.Database, plan.Id, clock.Stop);
            state.Reached(session);
            return await session.Look(clock.Stop);
        }
        catch (DrawbridgeException exception) when (exception.Problem is DatabaseMissing missing)
        {
            // A script of the root database may be about to create it, which this plan can't know.
            state.Warn(new ResultWarning(
                missing.Code,
                $"Database '{plan.Database}' does not exist yet: everything is pending, if a script of the root database creates it."));
            return DatabaseView.Nothing;
        }
    }

    private static RunReport Tell(Release plan, DatabaseView view, RunState state)
    {
        var decision = Decision.Of(plan, view.History);
        state.Found(FindingsOf(plan, view));
        state.Decided(plan, view.History, decision);
        return decision.Refusal is { } refusal
            ? state.End(ResultStatus.Refused, refusal)
            : state.End(ResultStatus.Succeeded, error: null);
    }

    private static PlanFindings FindingsOf(Release plan, DatabaseView view)
    {
        var begun = view.History.Rows.Where(row => row.State == HistoryState.Started).Concat(view.History.BegunUndos);
        return new PlanFindings(
            [.. Decision.DriftedScripts(plan, view.History).Select(script => script.Key)],
            [.. Decision.MissingRows(plan, view.History).Select(row => Decision.KeyOf(plan, row))],
            [.. begun.Select(row => Decision.KeyOf(plan, row))],
            view.LockHolder,
            view.Newest is null ? null : view.Newest with { Script = BucketLayout.ScriptKey(plan.Database, view.Newest.Script) });
    }
}
