using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>The scripts that a result lists, in the order in which they run, as history shows them.</summary>
internal static class ScriptListing
{
    /// <summary>Those that a release is about.</summary>
    public static IEnumerable<ScriptResult> Of(Release release, DatabaseHistory history, IReadOnlyList<PendingScript> pending)
    {
        var waiting = pending.Select(script => script.Entry).ToHashSet();
        var scripts = release.Mode == ReleaseMode.Undo ? UndoDecision.Concerned(release, history) : Decision.Ordered(release);
        return scripts.Select(script => new ScriptResult(
            script.Key,
            script.Version,
            script.Description,
            waiting.Contains(script) ? ScriptStatus.Pending : StatusOf(release, history, script),
            Transaction: null,
            Statements: null,
            DurationMs: null));
    }

    private static ScriptStatus StatusOf(Release release, DatabaseHistory history, ReleaseScript script)
    {
        if (release.Mode == ReleaseMode.Undo)
        {
            return history.IsUndone(script) ? ScriptStatus.Undone : ScriptStatus.Pending;
        }

        return history.Of(script, Decision.PathOf(release, script)) switch
        {
            null or { State: HistoryState.Started } => ScriptStatus.Pending,
            { State: HistoryState.Applied, ReleaseId: var id } when id == release.Id => ScriptStatus.Applied,
            { State: HistoryState.Adopted, ReleaseId: var id } when id == release.Id => ScriptStatus.Adopted,
            _ => ScriptStatus.Skipped,
        };
    }
}
