namespace Drawbridge.Engine;

/// <summary>Counts how often things were tried, and pauses longer each time before one is tried again.</summary>
internal sealed class Tries
{
    /// <summary>Of one thing, the first try included.</summary>
    public const int Most = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    /// <summary>1 for nothing that was tried again.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Does something, again while it fails in a way that may pass; the last failure is thrown.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="mayPass">Which failures; never the driver's own idea of it, which names a full disk and a lost COMMIT, too.</param>
    /// <param name="cleanUp">What to do after such a failure, before the pause.</param>
    /// <param name="cancellationToken">Ends the work and the pauses.</param>
    public async Task Run(
        Func<CancellationToken, Task> work, Func<Exception, bool> mayPass, Func<Task> cleanUp, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; !await TryOnce(work, mayPass, cancellationToken); pause += pause)
        {
            Count++;
            await cleanUp();
            await Task.Delay(Jitter.Around(pause), cancellationToken);
        }
    }

    private async Task<bool> TryOnce(
        Func<CancellationToken, Task> work, Func<Exception, bool> mayPass, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            return true;
        }
        catch (Exception failure) when (Count < Most && mayPass(failure))
        {
            return false;
        }
    }
}
