using Drawbridge.Manifests;

namespace Drawbridge.Engine.Examining;

/// <summary>What a login may do in a database.</summary>
/// <param name="User">Who logged in.</param>
/// <param name="ReadOnlyBecause">Why the server takes no writes; null when it does.</param>
/// <param name="MissingForHistory">What keeps it from recording what it applies; null for nothing.</param>
/// <param name="MayCreateDatabases">What scripts of the root database usually do.</param>
internal sealed record DatabaseRights(
    string User, string? ReadOnlyBecause, string? MissingForHistory, bool MayCreateDatabases)
{
    /// <summary>What was reached.</summary>
    public required ResultServer Server { get; init; }
}
