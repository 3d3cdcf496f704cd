namespace Drawbridge.Chaos.Faults;

/// <summary>Something that happens to the database or the way to it, when a piece of traffic passes.</summary>
/// <param name="piece">Which one, from 0.</param>
public abstract class TrafficFault(int piece) : Fault
{
    /// <inheritdoc/>
    public override string Details => $"at piece {piece}";

    /// <inheritdoc/>
    public sealed override void Prepare(Scene scene) => scene.Ground.Traffic.At(piece, () => Happen(scene));

    /// <inheritdoc/>
    public sealed override async Task<bool> Strike(Scene scene)
    {
        await scene.Settle();
        return scene.Ground.Traffic.HasStruck;
    }

    /// <summary>What happens.</summary>
    protected abstract Task Happen(Scene scene);
}
