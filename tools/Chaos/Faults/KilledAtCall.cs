namespace Drawbridge.Chaos.Faults;

/// <summary>The function dies before or after a certain call to S3.</summary>
/// <param name="moment">How the moment begins: <c>before PUT /drawbridge/releases/</c>.</param>
public sealed class KilledAtCall(string moment) : Fault
{
    /// <inheritdoc/>
    public override string Kind => "killed at a call";

    /// <inheritdoc/>
    public override string Details => moment;

    /// <inheritdoc/>
    public override void Prepare(Scene scene) =>
        scene.Ground.Aws.Moments.WatchFor(passed => passed.StartsWith(moment, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override async Task<bool> Strike(Scene scene)
    {
        await scene.Settle();
        return scene.Ground.Aws.Moments.KilledAt is not null;
    }
}
