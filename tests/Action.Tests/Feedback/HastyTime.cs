namespace Drawbridge.GitHubAction.Tests.Feedback;

/// <summary>A clock by which a minute is over in a moment.</summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Haste = 500;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
}
