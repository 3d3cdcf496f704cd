using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>
/// The session that holds a database's migration lock. When its connection breaks before the answer to a COMMIT came,
/// a new one takes the lock and reads whether the script is applied: the run never guesses.
/// </summary>
internal sealed class LockedDatabase(IDatabaseServer server, Release release, RunState state, RunClock clock) : IAsyncDisposable
{
    /// <summary>The server notices a client that died without a word within this time, and only then frees the lock.</summary>
    private static readonly TimeSpan SilentDeath = TimeSpan.FromSeconds(20);

    /// <summary>Of the time between the run's deadline and the platform's.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private IDatabaseSession? _session;

    /// <summary>The session, after <see cref="Take"/>.</summary>
    public IDatabaseSession Session => _session!;

    /// <summary>Connects and takes the lock, or tells who keeps it.</summary>
    public async Task<LockNotAcquired?> Take()
    {
        _session = await server.Connect(release.Database, release.Id, clock.Stop);
        state.Reached(_session);
        var wait = new LockWait(_session, release.Database, state.Waits);
        return await wait.Take(TimeSpan.FromSeconds(release.Options.LockWaitSeconds), clock);
    }

    /// <summary>Applies one script and records it, or neither.</summary>
    public async Task<ScriptOutcome> Apply(LoadedScript script)
    {
        clock.Begin();
        state.Begins(script);
        var started = clock.Elapsed;
        try
        {
            return await Session.Apply(script, release, clock);
        }
        catch (DrawbridgeException lost) when (lost.Problem is DatabaseConnectionLost && script.RunsInTransaction)
        {
            if (await IsApplied(script) is not { } isApplied)
            {
                throw;
            }

            return isApplied
                ? new ScriptOutcome(Transaction: true, clock.Elapsed - started, Error: null) { IsFoundInHistory = true }
                : throw (clock.Stop.IsCancellationRequested ? new OperationCanceledException(lost.Message, lost) : lost);
        }
    }

    /// <summary>Records how the release ended, so that its event can't run it again.</summary>
    public Task Record(RunReport report) => Session.RecordRelease(release, report, clock.Stop);

    /// <summary>The same when time is over, if it can still be done.</summary>
    public async Task TryRecord(RunReport report)
    {
        using var grace = new CancellationTokenSource(Grace);
        try
        {
            await (_session?.RecordRelease(release, report, grace.Token) ?? Task.CompletedTask);
        }
        catch (Exception exception) when (exception is DrawbridgeException or OperationCanceledException)
        {
            // The report stands: should the event come again, the run only goes on with what is pending.
        }
    }

    public ValueTask DisposeAsync() => _session?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>What a new connection reads under the lock; null when there is none to be had.</summary>
    private async Task<bool?> IsApplied(LoadedScript script)
    {
        var isOver = clock.Stop.IsCancellationRequested;
        using var patience = new CancellationTokenSource(isOver ? Grace : SilentDeath);
        using var limit = new RunClock(TimeProvider.System, patience.Token);
        try
        {
            await Session.DisposeAsync();
            _session = await server.Connect(release.Database, release.Id, patience.Token);
            if (await new LockWait(_session, release.Database, _ => { }).Take(SilentDeath, limit) is not null)
            {
                return null;
            }

            _ = ReleaseId.TryParse(release.Id, out var id);
            var history = await _session.ReadHistory(id!, patience.Token);
            return history.Of(script.Entry, Decision.PathOf(release, script.Entry)) is { State: HistoryState.Applied } row
                && (row.ReleaseId, row.Checksum) == (release.Id, script.Entry.Checksum);
        }
        catch (Exception exception) when (exception is DrawbridgeException or OperationCanceledException)
        {
            return null;
        }
    }
}
