namespace Drawbridge.Manifests;

/// <summary>How a release wants its scripts applied.</summary>
/// <param name="Order">What happens to late versions.</param>
/// <param name="LockWaitSeconds">How long to wait for another run on the same database.</param>
/// <param name="Adopt">The tool whose history is taken over; null for none.</param>
public sealed record ReleaseOptions(ReleaseOrder Order, int LockWaitSeconds, DonorTool? Adopt)
{
    /// <summary>The longest waiting time that a release may ask for: a whole invocation.</summary>
    public const int LongestLockWaitSeconds = 900;

    /// <summary>What a release says when nobody asked for anything else.</summary>
    public static ReleaseOptions Default { get; } = new(ReleaseOrder.Strict, 300, Adopt: null);
}
