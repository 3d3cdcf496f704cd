namespace Drawbridge.GitHubAction.Follow;

/// <summary>How long a run waits for its answers, all together.</summary>
internal sealed class Deadline(TimeProvider time, TimeSpan length)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>From the beginning to the end.</summary>
    public TimeSpan Length { get; } = length;

    /// <summary>Waits; false, at once, when time is over.</summary>
    public async Task<bool> Pause(TimeSpan pause, CancellationToken cancellationToken)
    {
        var left = Length - time.GetElapsedTime(_start);
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        await Task.Delay(pause < left ? pause : left, time, cancellationToken);
        return true;
    }
}
