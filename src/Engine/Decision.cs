using Drawbridge.Engine.Donors;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>What to do about a release, given a database's history: decided whole, before anything runs.</summary>
/// <param name="Ending">How the run ends without running anything; null when it goes on.</param>
/// <param name="Refusal">Why, when it is refused.</param>
/// <param name="Pending">What to apply, in order.</param>
/// <param name="Warnings">What deserves a look.</param>
public sealed record Decision(
    ResultStatus? Ending,
    ResultError? Refusal,
    IReadOnlyList<PendingScript> Pending,
    IReadOnlyList<ResultWarning> Warnings)
{
    /// <summary>The marks to record before anything runs.</summary>
    public IReadOnlyList<ActingMark> Marks { get; init; } = [];

    /// <summary>What to take over from another tool before anything runs.</summary>
    internal Adoption? Adoption { get; init; }

    /// <summary>What was decided by: the history as the release marks it; null when nothing was compared.</summary>
    public DatabaseHistory? History { get; init; }

    /// <summary>Compares a release with a history.</summary>
    public static Decision Of(Release release, ReleaseId id, DatabaseHistory history)
    {
        if (history.Newest is { } newest && id.IsOlderThan(newest))
        {
            var isUndo = release.Mode == ReleaseMode.Undo;
            return new Decision(
                isUndo ? ResultStatus.Refused : ResultStatus.Superseded,
                ResultError.Of(new Superseded(release.Database, newest.Text, isUndo)),
                [],
                []);
        }

        return Of(release, history);
    }

    /// <summary>The same whatever release was finished last.</summary>
    public static Decision Of(Release release, DatabaseHistory history)
    {
        var adoption = Adoption.Of(release, history);
        var marked = MarkedHistory.Of(release, adoption.Into(history, release));
        var decision = release.Mode == ReleaseMode.Undo
            ? UndoDecision.Of(release, marked.History)
            : OfApplying(release, marked.History, adoption.Refusal);
        return decision with
        {
            Adoption = adoption,
            Marks = marked.Acting,
            History = marked.History,
            Warnings = [.. adoption.Warnings(release), .. marked.Warnings, .. decision.Warnings],
        };
    }

    private static Decision OfApplying(Release release, DatabaseHistory history, ResultError? notAdopted)
    {
        var pending = Ordered(release)
            .Select(script => new PendingScript(script, history.Of(script, PathOf(release, script))))
            .Where(script => IsPending(script))
            .ToList();
        var refusal = notAdopted
            ?? ForeignHistory(release, history)
            ?? FirstDrifted(release, history)
            ?? FirstInterruptedUndo(release, history.BegunUndos)
            ?? FirstInterrupted(release, pending)
            ?? FirstLate(release, history, pending);
        return new Decision(refusal is null ? null : ResultStatus.Refused, refusal, pending, [.. Missing(release, history), .. Late(release, history, pending)]);
    }

    /// <summary>The scripts that a release runs, in the order in which they run.</summary>
    public static IEnumerable<ReleaseScript> Ordered(Release release) => release.Scripts
        .Where(script => script.Kind != ScriptKind.Undo)
        .OrderBy(script => script.Kind)
        .ThenBy(script => script.Version is null ? null : ScriptVersion.Parse(script.Version))
        .ThenBy(script => script.Key, StringComparer.Ordinal);

    /// <summary>A script's path below its database's folder, as history records it.</summary>
    public static string PathOf(Release release, ReleaseScript script) =>
        script.Key[BucketLayout.ScriptKey(release.Database, "").Length..];

    private static bool IsPending(PendingScript script) => script.Begun switch
    {
        null => true,
        { State: HistoryState.Started } => true,
        var row => script.Entry.Kind == ScriptKind.Repeatable && row.Checksum != script.Entry.Checksum,
    };

    private static ResultError? ForeignHistory(Release release, DatabaseHistory history) =>
        history is { Rows: [], Foreign: [_, ..] tables, AdoptedFrom: null } && Adoption.TableOf(release, history) is null
            ? ResultError.Of(WhatIsForeign(release.Database, tables))
            : null;

    private static ForeignHistory WhatIsForeign(string database, IReadOnlyList<ForeignTable> tables) =>
        tables is [{ Donor: { } donor } table]
            ? Problems.ForeignHistory.Adoptable(database, table.Name, table.Tool, donor.Tool.Word())
            : Problems.ForeignHistory.Other(
                database,
                [.. tables.Select(table => table.Name)],
                string.Join(" and ", tables.Select(table => table.Tool).Distinct()));

    /// <summary>The migrations that are applied with another content.</summary>
    internal static IEnumerable<ReleaseScript> DriftedScripts(Release release, DatabaseHistory history) =>
        release.Scripts.Where(script => script.Kind == ScriptKind.Migration
            && history.Of(script, PathOf(release, script)) is { State: HistoryState.Applied or HistoryState.Adopted } row
            && row.Checksum != script.Checksum);

    /// <summary>Why a script that is applied with another content is refused.</summary>
    internal static ResultError Drift(Release release, ReleaseScript script) =>
        ResultError.Of(new Drifted(script.Key, release.Database), script.Key);

    private static ResultError? FirstDrifted(Release release, DatabaseHistory history) =>
        DriftedScripts(release, history).Select(script => Drift(release, script)).FirstOrDefault();

    /// <summary>Until an undo script has ended, nobody knows what the database holds.</summary>
    internal static ResultError? FirstInterruptedUndo(Release release, IEnumerable<HistoryRow> begun) => begun
        .Select(row => ResultError.Of(
            InterruptedScript.OfUndo(KeyOf(release, row), release.Database, row.StatementsDone), KeyOf(release, row)))
        .FirstOrDefault();

    /// <summary>The key of a script that history knows.</summary>
    internal static string KeyOf(Release release, HistoryRow row) => BucketLayout.ScriptKey(release.Database, row.Path);

    /// <summary>
    /// A script that stopped half-way goes on with the same content only. One of which nothing took effect may have been
    /// corrected.
    /// </summary>
    internal static ResultError? FirstInterrupted(Release release, IReadOnlyList<PendingScript> pending) => pending
        .Where(script => script.Begun is { State: HistoryState.Started } row
            && row.Checksum != script.Entry.Checksum
            && !(row.HasEnded && row.StatementsDone == 0))
        .Select(script => ResultError.Of(
            InterruptedScript.Changed(script.Entry.Key, release.Database, script.Begun!.StatementsDone),
            script.Entry.Key))
        .FirstOrDefault();

    private static ResultError? FirstLate(
        Release release, DatabaseHistory history, IReadOnlyList<PendingScript> pending) =>
        release.Options.Order == ReleaseOrder.Strict && WhatIsLate(history, pending).FirstOrDefault() is { } script
            ? ResultError.Of(new OutOfOrder(script.Key, release.Database, history.Highest!.Text), script.Key)
            : null;

    private static IEnumerable<ResultWarning> Late(Release release, DatabaseHistory history, IReadOnlyList<PendingScript> pending) =>
        release.Options.Order == ReleaseOrder.Any
            ? WhatIsLate(history, pending).Select(script => new ResultWarning(
                "late",
                $"Script '{script.Key}' is applied late: database '{release.Database}' is at the higher version '{history.Highest}' already. A new database meets them the other way round.")
            {
                Script = script.Key,
            })
            : [];

    private static IEnumerable<ReleaseScript> WhatIsLate(DatabaseHistory history, IReadOnlyList<PendingScript> pending) => pending
        .Where(script => script.Begun is null
            && script.Entry.Version is { } version
            && history.Highest is { } highest
            && ScriptVersion.Parse(version) < highest)
        .Select(script => script.Entry);

    /// <summary>The migrations that the release does not name any more.</summary>
    internal static IEnumerable<HistoryRow> MissingRows(Release release, DatabaseHistory history)
    {
        var named = release.Scripts.Where(script => script.Kind == ScriptKind.Migration).Select(script => script.Version).ToHashSet();
        return history.Rows.Where(row => row.Kind == ScriptKind.Migration && !named.Contains(row.Version?.Text));
    }

    private static IEnumerable<ResultWarning> Missing(Release release, DatabaseHistory history) =>
        MissingRows(release, history).Select(row => new ResultWarning(
            "missing",
            $"Script '{row.Path}' is {(row.State == HistoryState.Started ? "begun" : "applied")} in database '{release.Database}', but is no longer among its scripts. Put it back: a new database would lack what it did."));
}
