using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>What a database knows of its migrations: a set, not a high-water mark.</summary>
/// <param name="Rows">In the order in which they were written; undone ones left out.</param>
/// <param name="Outcome">How this very release ended before; null when it never did.</param>
/// <param name="Newest">The newest release that ended; null for none.</param>
/// <param name="ForeignTable">Another tool's history table, looked for while there are no rows.</param>
public sealed record DatabaseHistory(IReadOnlyList<HistoryRow> Rows, ResultStatus? Outcome, ReleaseId? Newest, string? ForeignTable)
{
    /// <summary>The highest version that is done; null for none.</summary>
    public ScriptVersion? Highest => Rows.Where(row => row.State != HistoryState.Started).Select(row => row.Version).Max();

    /// <summary>The newest row of a script: by version, for a repeatable by path; null when it never ran.</summary>
    public HistoryRow? Of(ReleaseScript script, string path) => Rows.LastOrDefault(row =>
        script.Version is null ? row.Kind == ScriptKind.Repeatable && row.Path == path : row.Version?.Text == script.Version);
}
