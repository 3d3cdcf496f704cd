namespace Drawbridge.Chaos.Faults;

/// <summary>Nothing goes wrong: shows how many moments a release has.</summary>
public sealed class NoFault : Fault
{
    /// <inheritdoc/>
    public override string Kind => "no fault";
}
