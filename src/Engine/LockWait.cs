using System.Security.Cryptography;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>
/// Polls for the lock. Never waits inside the database: a waiter there holds a snapshot, and CREATE INDEX CONCURRENTLY
/// would wait for it for ever.
/// </summary>
internal sealed class LockWait(IDatabaseSession session, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Takes the lock, or tells after the release's waiting time who holds it.</summary>
    public async Task<LockNotAcquired?> Take(Release release, RunState state, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var limit = TimeSpan.FromSeconds(release.Options.LockWaitSeconds);
        var pause = FirstPause;
        while (await session.TryLock(cancellationToken) is { } holder)
        {
            if (time.GetElapsedTime(started) >= limit)
            {
                return new LockNotAcquired(release.Database, release.Options.LockWaitSeconds, Describe(holder));
            }

            state.Waits(holder);
            await Task.Delay(WithJitter(pause), time, cancellationToken);
            pause = pause + pause < LongestPause ? pause + pause : LongestPause;
        }

        state.Waits(holder: null);
        return null;
    }

    private static string Describe(LockHolder holder) =>
        $"process {holder.Pid} ('{holder.ApplicationName}', connected since {holder.Since:u})";

    /// <summary>Three quarters to five quarters, so that two waiters don't knock together.</summary>
    private static TimeSpan WithJitter(TimeSpan pause) => pause * (0.75 + (RandomNumberGenerator.GetInt32(1000) / 2000.0));
}
