using Drawbridge.Engine.Donors;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>
/// The session that holds a database's migration lock. When its connection breaks, a new one takes the lock and reads
/// what is applied, and the run goes on from there: it never guesses.
/// </summary>
internal sealed class LockedDatabase(IDatabaseServer server, Release release, RunState state, RunClock clock) : IAsyncDisposable
{
    /// <summary>How many broken connections an invocation gets over; the platform's own tries come after that.</summary>
    private const int MostLosses = 2;

    /// <summary>Of the time between the run's deadline and the platform's.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private IDatabaseSession? _session;
    private ReleaseId? _id;
    private readonly HashSet<string> _sent = [];
    private DatabaseHistory? _history;
    private bool _isHeld;
    private int _losses;

    private IDatabaseSession Session => _session!;

    private TimeSpan Patience => TimeSpan.FromSeconds(release.Options.LockWaitSeconds);

    /// <summary>Connects and takes the lock, or tells who keeps it.</summary>
    public async Task<LockNotAcquired?> Take()
    {
        _session = await server.Connect(release.Database, release.Id, clock.Stop);
        state.Reached(_session);
        var wait = new LockWait(_session.TryLock, release.Database, state.Waits);
        var started = clock.Elapsed;
        var notAcquired = await wait.Take(Patience, clock);
        state.Waited(clock.Elapsed - started);
        _isHeld = notAcquired is null;
        return notAcquired;
    }

    /// <summary>Reads what was applied, after <see cref="Take"/>.</summary>
    public async Task<DatabaseHistory> ReadHistory(ReleaseId id)
    {
        _id = id;
        _history = await Session.ReadHistory(id, clock.Stop);
        if (Adoption.TableOf(release, _history)?.Donor is { } donor)
        {
            await StopOther(donor);
            _history = await Session.ReadHistory(id, clock.Stop);
        }

        return _history;
    }

    /// <summary>Records what counts as done without running.</summary>
    public async Task Settle(Decision decision)
    {
        if (decision.Marks.Count > 0 || decision.Adoption?.From is not null)
        {
            await Session.Settle(decision, release, clock.Stop);
            _history = await Session.ReadHistory(_id!, clock.Stop);
        }
    }

    /// <summary>
    /// Applies a script, and those behind it that may travel along, each by itself: it is applied and recorded, or
    /// neither.
    /// </summary>
    /// <param name="scripts">All of the run.</param>
    /// <param name="first">The first that is not done.</param>
    /// <param name="ran">Hears what became of each; behind one that failed, none was begun.</param>
    public async Task Apply(IReadOnlyList<LoadedScript> scripts, int first, Action<LoadedScript, ScriptOutcome> ran)
    {
        if (Session.LengthOfConvoy(scripts, first) is > 1 and var length)
        {
            await ApplyTogether([.. scripts.Skip(first).Take(length)], ran);
        }
        else
        {
            ran(scripts[first], await Apply(scripts[first]));
        }
    }

    private async Task ApplyTogether(IReadOnlyList<LoadedScript> scripts, Action<LoadedScript, ScriptOutcome> ran)
    {
        var (started, done) = (clock.Elapsed, 0);
        _sent.UnionWith(scripts.Select(KeyOf));
        clock.Begin();
        state.Begins(scripts[0]);
        try
        {
            await Session.Apply(scripts, release, clock, outcome =>
            {
                ran(scripts[done], outcome);
                done++;
                if (done < scripts.Count)
                {
                    state.Begins(scripts[done]);
                }
            });
        }
        catch (DrawbridgeException lost) when (lost.Problem is DatabaseConnectionLost)
        {
            if (!await TryGoOn([.. scripts.Skip(done)], started, ran))
            {
                throw;
            }
        }
    }

    /// <summary>Tells which of the scripts are applied after all, and whether the run may go on behind them.</summary>
    private async Task<bool> TryGoOn(
        IReadOnlyList<LoadedScript> unheard, TimeSpan started, Action<LoadedScript, ScriptOutcome> ran)
    {
        if (await TryReadAgain() is not { } history || !WasAlone(history))
        {
            return false;
        }

        var found = unheard.TakeWhile(script => history.Holds(release, script.Entry)).ToList();
        foreach (var script in found)
        {
            ran(script, Found(started) with { IsFoundInHistory = script == found[^1] });
        }

        if (found.Count == unheard.Count || ++_losses > MostLosses)
        {
            return found.Count == unheard.Count;
        }

        clock.Stop.ThrowIfCancellationRequested();
        state.GoesOn(unheard[found.Count]);
        return true;
    }

    private ScriptOutcome Found(TimeSpan started) => new(Transaction: true, clock.Elapsed - started, Error: null);

    private async Task<ScriptOutcome> Apply(LoadedScript script)
    {
        var (started, earlier) = (clock.Elapsed, _losses);
        _sent.Add(KeyOf(script));
        while (true)
        {
            clock.Begin();
            state.Begins(script);
            try
            {
                var outcome = await Session.Apply(script, release, clock);
                return outcome with { Tries = outcome.Tries + _losses - earlier };
            }
            catch (DrawbridgeException lost) when (lost.Problem is DatabaseConnectionLost)
            {
                var (isApplied, remainder) = await Resume(script);
                if (isApplied)
                {
                    return Found(started) with { Transaction = script.RunsInTransaction, IsFoundInHistory = true };
                }

                if (remainder is null)
                {
                    throw;
                }

                script = remainder;
            }
        }
    }

    /// <summary>Records how the release ended, so that its event can't run it again.</summary>
    public Task Record(RunReport report) => Session.RecordRelease(release, report, clock.Stop);

    /// <summary>The same when time is over or the connection broke, if it can still be done: never without the lock.</summary>
    public async Task TryRecord(RunReport report)
    {
        if (!_isHeld)
        {
            return;
        }

        using var grace = new CancellationTokenSource(Grace);
        try
        {
            if (Session.IsOpen || await TryReconnect(grace.Token))
            {
                await Session.RecordRelease(release, report, grace.Token);
            }
        }
        catch (Exception exception) when (clock.Stop.IsCancellationRequested
            || exception is OperationCanceledException or DrawbridgeException { Problem.MayPass: true })
        {
            // The report stands: should the event come again, the run only goes on with what is pending.
        }
    }

    public ValueTask DisposeAsync() => _session?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>What another tool knows is taken over while that tool can't change it.</summary>
    private async Task StopOther(DonorHistory donor)
    {
        var wait = new LockWait(stop => Session.TryLock(donor, stop), release.Database, state.Waits, donor.Tool.Name());
        if (await wait.Take(Patience, clock) is { } notAcquired)
        {
            throw new DrawbridgeException(notAcquired);
        }
    }

    /// <summary>
    /// Whether the script is applied after all, or else what to go on with: null when that is not known, or not for
    /// this invocation to do.
    /// </summary>
    private async Task<(bool IsApplied, LoadedScript? Remainder)> Resume(LoadedScript script)
    {
        var history = await TryReadAgain();
        if (history is null || !WasAlone(history))
        {
            // Whoever had the lock meanwhile may have gone further, or back: only a new run can decide again.
            return (false, null);
        }

        var row = history.Of(script.Entry, Decision.PathOf(release, script.Entry));
        var isApplied = history.Holds(release, script.Entry);
        if (isApplied || ++_losses > MostLosses || row is { State: HistoryState.Started, HasEnded: false })
        {
            return (isApplied, null);
        }

        clock.Stop.ThrowIfCancellationRequested();
        state.GoesOn(script);
        return (false, script with { Begun = row is { State: HistoryState.Started } ? row : null });
    }

    /// <summary>Whether all that differs since this run read the history is of its own making: of scripts that it has sent.</summary>
    private bool WasAlone(DatabaseHistory now)
    {
        var known = _history!.Rows.Concat(_history.UndoRows).ToHashSet();
        var there = now.Rows.Concat(now.UndoRows).ToHashSet();
        var ids = known.Select(row => row.Id).ToHashSet();
        return (now.Finished, now.Newest) == (_history.Finished, _history.Newest)
            && known.Except(there).All(IsSent)
            && there.Except(known).All(row => IsSent(row) && (row.ReleaseId == release.Id || ids.Contains(row.Id)));
    }

    private string KeyOf(LoadedScript script) =>
        DatabaseHistory.KeyOf(script.Entry.Version, Decision.PathOf(release, script.Entry));

    private bool IsSent(HistoryRow row) => _sent.Contains(DatabaseHistory.KeyOf(row.Version?.Text, row.Path));

    /// <summary>What a new connection reads under the lock; null when there is none to be had.</summary>
    private async Task<DatabaseHistory?> TryReadAgain()
    {
        using var patience = new CancellationTokenSource(clock.Stop.IsCancellationRequested ? Grace : server.SilentDeath);
        try
        {
            return await TryReconnect(patience.Token) ? await Session.ReadHistory(_id!, patience.Token) : null;
        }
        catch (Exception exception) when (exception is DrawbridgeException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<bool> TryReconnect(CancellationToken patience)
    {
        using var limit = new RunClock(TimeProvider.System, patience);
        _isHeld = false;
        await DisposeAsync();
        _session = await server.Connect(release.Database, release.Id, patience);
        return _isHeld = await new LockWait(_session.TryLock, release.Database, _ => { }).Take(server.SilentDeath, limit) is null;
    }
}
