using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>A database as a plan sees it: at one moment, without touching it.</summary>
/// <param name="History">What was applied; no release is looked for.</param>
/// <param name="LockHolder">Who holds the migration lock; null for nobody.</param>
/// <param name="Newest">What was recorded last; null for nothing.</param>
public sealed record DatabaseView(DatabaseHistory History, LockHolder? LockHolder, NewestRow? Newest)
{
    /// <summary>A database that does not exist yet.</summary>
    public static DatabaseView Nothing { get; } =
        new(new DatabaseHistory([], Finished: null, Newest: null), LockHolder: null, Newest: null);
}
