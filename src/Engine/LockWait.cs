using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine;

/// <summary>
/// Polls for the lock. Never waits inside the database: a waiter there holds a snapshot, and CREATE INDEX CONCURRENTLY
/// would wait for it for ever.
/// </summary>
/// <param name="tryTake">Takes it, or tells who holds it.</param>
/// <param name="database">Which database's.</param>
/// <param name="tell">Hears who holds it, each time it is asked for; null when it is taken.</param>
/// <param name="tool">Whose lock it is; null for our own.</param>
internal sealed class LockWait(
    Func<CancellationToken, Task<LockHolder?>> tryTake, string database, Action<LockHolder?> tell, string? tool = null)
{
    /// <summary>Somebody of whom the server tells this login nothing.</summary>
    public static LockHolder Unseen { get; } = new(0, "a session that this login may not see", DateTimeOffset.UnixEpoch);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Takes the lock, or tells after the waiting time, or nine tenths of the run's, who holds it.</summary>
    public async Task<LockNotAcquired?> Take(TimeSpan longest, RunClock clock)
    {
        var end = clock.Elapsed + (0.9 * clock.Left is { } left && left < longest ? left : longest);
        var started = clock.Elapsed;
        var pause = FirstPause;
        LockHolder? seen = null;
        try
        {
            while (await tryTake(clock.Stop) is { } holder)
            {
                seen = holder;
                if (clock.Elapsed >= end)
                {
                    return NotAcquired(holder, end - started);
                }

                tell(holder);
                var rest = end - clock.Elapsed;
                await Task.Delay(Jitter.Around(pause) is var next && next < rest ? next : rest, clock.Stop);
                pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            }
        }
        catch (OperationCanceledException) when (seen is not null && clock.Left <= TimeSpan.Zero)
        {
            // Time was over in the middle of a question: whom the run waited for says more than that.
            return NotAcquired(seen, clock.Elapsed - started);
        }

        tell(null);
        return null;
    }

    private LockNotAcquired NotAcquired(LockHolder holder, TimeSpan waited) => new(
        database,
        (int)waited.TotalSeconds,
        holder == Unseen
            ? holder.ApplicationName
            : $"process {holder.Pid} ('{holder.ApplicationName}', connected since {holder.Since:u})",
        tool);
}
