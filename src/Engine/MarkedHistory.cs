using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>A history as people declare that it is: what a release marks counts as if it were recorded already.</summary>
/// <param name="History">With the marks.</param>
/// <param name="Acting">The marks that must be recorded for that.</param>
/// <param name="Warnings">What each mark does, or that it does nothing.</param>
internal sealed record MarkedHistory(
    DatabaseHistory History, IReadOnlyList<ActingMark> Acting, IReadOnlyList<ResultWarning> Warnings)
{
    /// <summary>Applies a release's marks; each acts once in a database, whatever becomes of its script.</summary>
    public static MarkedHistory Of(Release release, DatabaseHistory history)
    {
        var marks = (release.Marks ?? []).Select(mark => Find(mark, release, history)).ToList();
        var acting = marks.FindAll(mark => Acts(mark, release, history));
        return new MarkedHistory(
            acting.Aggregate(history, (before, mark) => With(before, mark, release)),
            acting,
            marks.ConvertAll(mark => Warning(mark, release, acting.Contains(mark))));
    }

    private static ActingMark Find(ReleaseMark mark, Release release, DatabaseHistory history)
    {
        var script = release.Scripts.First(script => script.Key == mark.Key);
        return new ActingMark(mark, script, history.Of(script, Decision.PathOf(release, script)));
    }

    private static bool IsUsed(ActingMark mark, Release release, DatabaseHistory history)
    {
        var path = Decision.PathOf(release, mark.Script);
        return history.UsedMarks.Any(used => used.Kind == mark.Script.Kind
            && (used.Version is null ? used.Path == path : used.Version == mark.Script.Version)
            && used.Reason == mark.Mark.Reason);
    }

    /// <summary>
    /// What was begun, or what was there before Drawbridge came. A new database has neither, so that it runs what others
    /// count as done.
    /// </summary>
    private static bool Acts(ActingMark mark, Release release, DatabaseHistory history) =>
        !IsUsed(mark, release, history) && mark switch
        {
            { Row.State: HistoryState.Started } => true,
            { Row: null, Mark.As: MarkedAs.Done, Script.Kind: not ScriptKind.Undo } => history.IsFromBefore,
            _ => false,
        };

    private static DatabaseHistory With(DatabaseHistory history, ActingMark mark, Release release)
    {
        if (mark.Row is not { } row)
        {
            return history.With([.. history.Rows, HistoryRow.Adopted(mark.Script, release)], history.UndoRows);
        }

        var marked = row with { Path = Decision.PathOf(release, mark.Script), Checksum = mark.Script.Checksum, HasEnded = true };
        return (mark.Mark.As, row.Kind) switch
        {
            (MarkedAs.RunAgain, _) => Replaced(history, row, marked with { StatementsDone = 0 }),
            (_, ScriptKind.Undo) => history.With(
                [.. history.Rows.Where(other => other.Kind != ScriptKind.Migration || other.Version != row.Version)],
                [.. history.UndoRows.Except([row])]),
            _ => Replaced(history, row, marked with { State = HistoryState.Applied }),
        };
    }

    private static DatabaseHistory Replaced(DatabaseHistory history, HistoryRow row, HistoryRow by)
    {
        return history.With([.. history.Rows.Select(Exchange)], [.. history.UndoRows.Select(Exchange)]);

        HistoryRow Exchange(HistoryRow other) => other.Id == row.Id ? by : other;
    }

    private static ResultWarning Warning(ActingMark mark, Release release, bool acts)
    {
        var (script, database) = ($"Script '{mark.Script.Key}'", $"database '{release.Database}'");
        var (code, message) = mark switch
        {
            { Mark: { As: MarkedAs.Done, Reason: var reason } } when acts =>
                ("marked", $"{script} counts as done in {database}, as it is marked: {reason}"),
            { Mark.Reason: var reason } when acts =>
                ("marked", $"{script} begins again in {database}, as it is marked: {reason}"),
            { Row.State: HistoryState.Started } => (
                "mark-used",
                $"{script} was marked in {database} with this very reason, and has not ended since. "
                + "To mark it again, give another one."),
            { Row: not null } => ("mark-used", $"{script} is done in {database}, so its mark does nothing there."),
            _ => ("mark-ignored", $"{script} is marked, but {database} has never begun it, so it runs as usual."),
        };
        return new ResultWarning(code, message) { Script = mark.Script.Key };
    }
}
