using Drawbridge.LocalAws.Faults;

namespace Drawbridge.Chaos.Faults;

/// <summary>S3 fails some requests.</summary>
/// <param name="fault">Which, and how.</param>
public sealed class StorageFails(StorageFault fault) : Fault
{
    /// <inheritdoc/>
    public override string Kind => $"S3: {fault.Failure}";

    /// <inheritdoc/>
    public override string Details => $"{fault.Method} {fault.KeyPrefix}, {fault.Times} times after {fault.Skip}";

    /// <inheritdoc/>
    public override bool PassesByItself => false;

    /// <inheritdoc/>
    public override bool MayHideResults => true;

    /// <inheritdoc/>
    public override void Prepare(Scene scene) => scene.Ground.Aws.Faults.Add(fault);
}
