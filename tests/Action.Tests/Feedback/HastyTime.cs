namespace Drawbridge.GitHubAction.Tests.Feedback;

/// <summary>
/// A clock by which short waits are over in a moment, and long ones never: however busy the machine is, no long wait ends
/// before a short one.
/// </summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Haste = 500;

    private static readonly TimeSpan LongestShortWait = TimeSpan.FromSeconds(10);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Hasten(dueTime), period);

    private static TimeSpan Hasten(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
        {
            return wait;
        }

        return wait <= LongestShortWait ? wait / Haste : Timeout.InfiniteTimeSpan;
    }
}
