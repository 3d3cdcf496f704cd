using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>
/// What to take back so that a database ends at a version: every higher one, the highest first, or nothing when one of
/// them can't be. Repeatables stay as they are.
/// </summary>
internal static class UndoDecision
{
    /// <summary>The version below all others.</summary>
    private const string Nothing = "0";

    /// <summary>How many versions are proposed for one that is not there.</summary>
    private const int Proposed = 5;

    /// <summary>Compares an undo with a history.</summary>
    public static Decision Of(Release release, DatabaseHistory history)
    {
        var scripts = release.Scripts.Where(script => script.Kind == ScriptKind.Undo).ToDictionary(script => script.Version!);
        var rows = RowsToGo(release, history).OrderByDescending(row => row.Version).ToList();
        var pending = rows
            .Select(row => scripts.GetValueOrDefault(row.Version!.Text))
            .OfType<ReleaseScript>()
            .Select(script => new PendingScript(script, history.Of(script, Decision.PathOf(release, script))))
            .ToList();
        var goOn = pending.Select(script => script.Begun).OfType<HistoryRow>();
        var refusal = UnknownTarget(release, history)
            ?? Decision.FirstInterruptedUndo(release, history.BegunUndos.Except(goOn))
            ?? Decision.FirstInterrupted(release, pending)
            ?? FirstBegun(release, rows)
            ?? FirstDrifted(release, history)
            ?? FirstWithoutScript(release, rows.Where(row => !scripts.ContainsKey(row.Version!.Text)));
        return new Decision(refusal is null ? null : ResultStatus.Refused, refusal, pending, []);
    }

    /// <summary>The undo scripts that a release is about, in the order in which they run.</summary>
    public static IEnumerable<ReleaseScript> Concerned(Release release, DatabaseHistory history)
    {
        var versions = RowsToGo(release, history).Select(row => row.Version!.Text).ToHashSet();
        return release.Scripts
            .Where(script => script.Kind == ScriptKind.Undo && (versions.Contains(script.Version!) || history.IsUndone(script)))
            .OrderByDescending(script => ScriptVersion.Parse(script.Version!));
    }

    private static ScriptVersion Target(Release release) => ScriptVersion.Parse(release.Target!);

    private static IEnumerable<HistoryRow> RowsToGo(Release release, DatabaseHistory history) =>
        history.Rows.Where(row => row.Version is { } version && Goes(version, release));

    /// <summary>0 takes everything back, a version 0 too.</summary>
    private static bool Goes(ScriptVersion version, Release release) => release.Target == Nothing || version > Target(release);

    /// <summary>A misspelt version must not take back everything above it.</summary>
    private static ResultError? UnknownTarget(Release release, DatabaseHistory history)
    {
        var known = history.Rows.Select(row => row.Version).OfType<ScriptVersion>().OrderDescending().ToList();
        return release.Target == Nothing || known.Contains(Target(release))
            ? null
            : ResultError.Of(new UndoTargetUnknown(
                release.Target!, release.Database, known.Count == 0 ? "none" : string.Join(", ", known.Take(Proposed))));
    }

    private static ResultError? FirstBegun(Release release, List<HistoryRow> rows) => rows
        .Where(row => row.State == HistoryState.Started)
        .Select(row => ResultError.Of(
            InterruptedScript.BeforeUndo(Decision.KeyOf(release, row), release.Database, row.StatementsDone),
            Decision.KeyOf(release, row)))
        .FirstOrDefault();

    private static ResultError? FirstWithoutScript(Release release, IEnumerable<HistoryRow> rows) => rows
        .Select(row => ResultError.Of(
            new UndoMissing(row.Version!.Text, row.Path, release.Database), Decision.KeyOf(release, row)))
        .FirstOrDefault();

    /// <summary>An undo script fits its migration as the repository holds it, not what else was applied as that version.</summary>
    private static ResultError? FirstDrifted(Release release, DatabaseHistory history) =>
        Decision.DriftedScripts(release, history)
            .Where(script => Goes(ScriptVersion.Parse(script.Version!), release))
            .Select(script => Decision.Drift(release, script))
            .FirstOrDefault();
}
