namespace Drawbridge.Manifests;

/// <summary>What a plan found in a database besides what is pending. Scripts are named by their keys.</summary>
/// <param name="Drifted">Applied with another content.</param>
/// <param name="Missing">Applied or begun, and no longer among the scripts.</param>
/// <param name="Interrupted">Begun without a transaction and not ended.</param>
/// <param name="LockHolder">Who holds the migration lock; null for nobody.</param>
/// <param name="Newest">What was recorded last; null for nothing.</param>
public sealed record PlanFindings(
    IReadOnlyList<string> Drifted,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Interrupted,
    LockHolder? LockHolder,
    NewestRow? Newest);
