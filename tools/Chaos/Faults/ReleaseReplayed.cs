namespace Drawbridge.Chaos.Faults;

/// <summary>Long after newer ones have finished, an old release comes again.</summary>
public sealed class ReleaseReplayed : Fault
{
    /// <inheritdoc/>
    public override string Kind => "release replayed";

    /// <inheritdoc/>
    public override void Send(Scene scene) => scene.Put(scene.Compose(scene.Scripts.Count / 2));

    /// <inheritdoc/>
    public override async Task<bool> Strike(Scene scene)
    {
        await scene.Settle();
        scene.Put(scene.Compose());
        await scene.Settle();
        scene.Put(scene.Releases[0]);
        return true;
    }
}
