namespace Drawbridge.Chaos.Faults;

/// <summary>The function dies in the middle of anything, as often as its platform tries.</summary>
/// <param name="delays">How long each process lives after the release was written, or the one before it died.</param>
public sealed class KilledAtRandom(params IReadOnlyList<TimeSpan> delays) : Fault
{
    private const int PlatformTries = 3;

    /// <inheritdoc/>
    public override string Kind => "killed at any time";

    /// <inheritdoc/>
    public override string Details => $"after {string.Join(", ", delays.Select(delay => $"{delay.TotalMilliseconds:F0} ms"))}";

    /// <inheritdoc/>
    public override bool PassesByItself => delays.Count < PlatformTries;

    /// <inheritdoc/>
    public override bool MayHideResults => !PassesByItself;

    /// <summary>Whether each process lives until it works on something, however long that takes.</summary>
    public bool WaitsForWork { get; init; }

    /// <summary>How often it killed a process at work.</summary>
    public int Kills { get; private set; }

    /// <inheritdoc/>
    public override async Task<bool> Strike(Scene scene)
    {
        foreach (var delay in delays)
        {
            await Task.Delay(delay);
            await Wait(scene);
            Kills += IsAtWork(scene) ? 1 : 0;
            await scene.Ground.Aws.Kill();
        }

        return Kills > 0;
    }

    private static bool IsAtWork(Scene scene) =>
        scene.Ground.Aws.Invocations.Any(invocation => invocation.Outcome is null);

    private async Task Wait(Scene scene)
    {
        var settled = scene.Settle();
        while (WaitsForWork && !IsAtWork(scene) && !settled.IsCompleted)
        {
            await Task.Delay(1);
        }
    }
}
