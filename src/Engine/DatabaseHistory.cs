using Drawbridge.Engine.Donors;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>What a database knows of its migrations: a set, not a high-water mark.</summary>
/// <param name="Rows">
/// Migrations and repeatables in the order in which they were written; undone ones left out.
/// </param>
/// <param name="Finished">How this very release ended before; null when it never did.</param>
/// <param name="Newest">The newest release that ended; null for none.</param>
public sealed record DatabaseHistory(IReadOnlyList<HistoryRow> Rows, FinishedRelease? Finished, ReleaseId? Newest)
{
    /// <summary>The highest version that is done; null for none.</summary>
    public ScriptVersion? Highest { get; } = HighestOf(Rows);

    /// <summary>Whether there is no row, not even one taken back, but tables: the database was there before Drawbridge.</summary>
    public bool IsFromBefore { get; init; }

    /// <summary>
    /// The history tables of other tools, looked for while no row was ever written, or when one was taken over.
    /// </summary>
    public IReadOnlyList<ForeignTable> Foreign { get; init; } = [];

    /// <summary>What was taken over from another tool; null for nothing.</summary>
    public AdoptedFrom? AdoptedFrom { get; init; }

    /// <summary>The marks that have acted.</summary>
    public IReadOnlyList<UsedMark> UsedMarks { get; init; } = [];

    /// <summary>The undo scripts that this very release has run, and those that were begun and have not ended.</summary>
    public IReadOnlyList<HistoryRow> UndoRows { get; init; } = [];

    /// <summary>The undo scripts that were begun and have not ended.</summary>
    public IEnumerable<HistoryRow> BegunUndos => UndoRows.Where(row => row.State == HistoryState.Started);

    private IEnumerable<HistoryRow> Undone => UndoRows.Where(row => row.State == HistoryState.Undone);

    /// <summary>The highest version that was done before a release; null for none.</summary>
    public ScriptVersion? HighestBefore(Release release) =>
        HighestOf(Rows.Where(row => row.ReleaseId != release.Id).Concat(Undone));

    /// <summary>The highest version that is done below another one; null for none.</summary>
    public ScriptVersion? HighestBelow(ScriptVersion version) => HighestOf(Rows.Where(row => row.Version?.CompareTo(version) < 0));

    /// <summary>The same with other rows.</summary>
    public DatabaseHistory With(IReadOnlyList<HistoryRow> rows, IReadOnlyList<HistoryRow> undoRows) =>
        new(rows, Finished, Newest)
        {
            UndoRows = undoRows,
            UsedMarks = UsedMarks,
            IsFromBefore = IsFromBefore,
            Foreign = Foreign,
            AdoptedFrom = AdoptedFrom,
        };

    /// <summary>Whether an undo script was run by this very release.</summary>
    public bool IsUndone(ReleaseScript script) => Undone.Any(row => row.Version?.Text == script.Version);

    /// <summary>Whether this very release has run a script to its end.</summary>
    public bool Holds(Release release, ReleaseScript script) => script.Kind == ScriptKind.Undo
        ? IsUndone(script)
        : Of(script, Decision.PathOf(release, script)) is { State: HistoryState.Applied } row
            && (row.ReleaseId, row.Checksum) == (release.Id, script.Checksum);

    /// <summary>Asked for every script of a release, several times: a release may have thousands.</summary>
    private readonly Dictionary<string, HistoryRow> _newest = NewestOf(Rows);

    /// <summary>
    /// The newest row of a script: by version, for a repeatable by path; null when it never ran. An undo script's, only
    /// while it has begun and not ended.
    /// </summary>
    public HistoryRow? Of(ReleaseScript script, string path) => script.Kind == ScriptKind.Undo
        ? BegunUndos.FirstOrDefault(row => row.Version?.Text == script.Version)
        : _newest.GetValueOrDefault(KeyOf(script.Version, path));

    private static ScriptVersion? HighestOf(IEnumerable<HistoryRow> rows) =>
        rows.Where(row => row.State != HistoryState.Started).Select(row => row.Version).Max();

    private static Dictionary<string, HistoryRow> NewestOf(IReadOnlyList<HistoryRow> rows)
    {
        var newest = new Dictionary<string, HistoryRow>();
        foreach (var row in rows)
        {
            newest[KeyOf(row.Version?.Text, row.Path)] = row;
        }

        return newest;
    }

    /// <summary>Versions are digits and dots, so none looks like the path of a repeatable.</summary>
    internal static string KeyOf(string? version, string path) => version ?? $"path {path}";
}
