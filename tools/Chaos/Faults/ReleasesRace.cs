namespace Drawbridge.Chaos.Faults;

/// <summary>Several releases for one database, and the oldest of them again, all at the same time.</summary>
/// <param name="count">How many.</param>
public sealed class ReleasesRace(int count) : Fault
{
    /// <inheritdoc/>
    public override string Kind => "releases race";

    /// <inheritdoc/>
    public override string Details => $"{count} and the first one twice";

    /// <inheritdoc/>
    public override void Send(Scene scene)
    {
        for (var release = 1; release <= count; release++)
        {
            scene.Put(scene.Compose(scene.Scripts.Count * release / count));
        }

        scene.Put(scene.Releases[0]);
    }
}
