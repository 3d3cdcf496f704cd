using Drawbridge.LocalAws.Faults;

namespace Drawbridge.Chaos.Faults;

/// <summary>The event of a release gets lost, or comes twice, late, or after the next one.</summary>
/// <param name="fault">What becomes of it.</param>
public sealed class EventsFail(EventFault fault) : Fault
{
    /// <inheritdoc/>
    public override string Kind => $"event: {fault.Mishap}";

    /// <inheritdoc/>
    public override bool PassesByItself => fault.Mishap != EventMishap.Dropped;

    /// <inheritdoc/>
    public override bool MayHideResults => fault.Mishap == EventMishap.Dropped;

    /// <inheritdoc/>
    public override void Prepare(Scene scene) => scene.Ground.Aws.Faults.Add(fault);

    /// <inheritdoc/>
    public override void Send(Scene scene)
    {
        if (fault.Mishap == EventMishap.Overtaken)
        {
            scene.Put(scene.Compose(scene.Scripts.Count / 2));
        }

        base.Send(scene);
    }
}
