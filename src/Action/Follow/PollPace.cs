namespace Drawbridge.GitHubAction.Follow;

/// <summary>How long to wait before looking again: quick while things happen, slower while they don't.</summary>
internal sealed class PollPace
{
    private const double Growth = 1.5;
    private static readonly TimeSpan Quickest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(2);

    private TimeSpan _next = Quickest;

    /// <summary>The next pause; the one after it is longer.</summary>
    public TimeSpan Next()
    {
        var pause = _next;
        _next = TimeSpan.FromTicks(Math.Min(Slowest.Ticks, (long)(pause.Ticks * Growth)));
        return pause;
    }

    /// <summary>Something happened.</summary>
    public void Quicken() => _next = Quickest;
}
