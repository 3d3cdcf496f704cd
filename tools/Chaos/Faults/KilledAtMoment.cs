namespace Drawbridge.Chaos.Faults;

/// <summary>The function dies before or after one of its calls to the world.</summary>
/// <param name="moment">Which one, from 0.</param>
public sealed class KilledAtMoment(int moment) : Fault
{
    /// <inheritdoc/>
    public override string Kind => "killed at a moment";

    /// <inheritdoc/>
    public override string Details => $"{moment}";

    /// <inheritdoc/>
    public override int? KillAt => moment;

    /// <inheritdoc/>
    public override async Task<bool> Strike(Scene scene)
    {
        await scene.Settle();
        return scene.Ground.Aws.Moments.KilledAt is not null;
    }
}
