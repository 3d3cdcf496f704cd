using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine.Donors;

/// <summary>
/// What a release takes over from another tool's history: decided whole, and nothing while anything is unclear.
/// </summary>
/// <param name="Scripts">What counts as applied from now on.</param>
/// <param name="From">How far the other history went; null when nothing is taken over.</param>
/// <param name="Refusal">Why the release must not go on.</param>
internal sealed record Adoption(IReadOnlyList<ReleaseScript> Scripts, AdoptedFrom? From, ResultError? Refusal)
{
    private static readonly Adoption None = new([], From: null, Refusal: null);

    /// <summary>Compares a release with another tool's history, where it asks for it and there is news in it.</summary>
    public static Adoption Of(Release release, DatabaseHistory history)
    {
        if (TableOf(release, history) is not { Donor: { } donor } table)
        {
            return None with { Refusal = Moved(release, history) };
        }

        var ledger = DonorLedger.Of(donor, history.AdoptedFrom);
        var comparison = new DonorComparison(release, history, table, ledger);
        var refusal = Unfinished(release, table) ?? GoneBack(release, history, table, ledger) ?? comparison.Refusal();
        return refusal is null
            ? new Adoption(
                [.. comparison.Scripts()], new AdoptedFrom(donor.Tool, donor.Newest, table.Name), Refusal: null)
            : None with { Refusal = refusal };
    }

    /// <summary>The table that the release takes something over from; null for none.</summary>
    public static ForeignTable? TableOf(Release release, DatabaseHistory history)
    {
        var before = history.AdoptedFrom;
        var mayAct = release.Mode != ReleaseMode.Undo && history.Finished is null;
        var tables = mayAct && release.Options.Adopt is { } tool
            ? history.Foreign
                .Where(table => table.Donor?.Tool == tool && (before is null || before.Table == table.Name))
                .ToList()
            : [];
        return tables is [var only] && only.Donor!.Newest != before?.Newest ? only : null;
    }

    /// <summary>The history with what is taken over.</summary>
    public DatabaseHistory Into(DatabaseHistory history, Release release) => Scripts is []
        ? history
        : history.With(
            [.. history.Rows, .. Scripts.Select(script => HistoryRow.Adopted(script, release))], history.UndoRows);

    /// <summary>What deserves a look.</summary>
    public IEnumerable<ResultWarning> Warnings(Release release) => From is null || Scripts is []
        ? []
        : [new ResultWarning(
            "adopted",
            $"{Scripts.Count} of the scripts count as applied in database '{release.Database}', because "
            + $"{From.Tool.Name()} has applied them ('{From.Table}', up to {From.Tool.Counts()} {From.Newest})."
            + (From.Tool == DonorTool.GolangMigrate
                ? " It remembers the newest version only: lower ones are taken for applied."
                : ""))];

    /// <summary>The other tool went on, and nobody asked to follow it.</summary>
    private static ResultError? Moved(Release release, DatabaseHistory history)
    {
        if (history.AdoptedFrom is not { } before
            || before.Tool == release.Options.Adopt
            || release.Mode == ReleaseMode.Undo)
        {
            return null;
        }

        var hasMoved = history.Foreign.Any(table => table.Name == before.Table
            && table.Donor is { } donor
            && (donor.Tool, donor.Newest) != (before.Tool, before.Newest));
        return hasMoved
            ? ResultError.Of(ForeignHistoryChanged.Forward(
                release.Database, before.Table, before.Tool.Name(), before.Tool.Word()))
            : null;
    }

    private static ResultError? GoneBack(
        Release release, DatabaseHistory history, ForeignTable table, DonorLedger ledger) =>
        history.AdoptedFrom is not null && ledger.GoesBack
            ? ResultError.Of(ForeignHistoryChanged.Back(release.Database, table.Name, table.Tool))
            : null;

    private static ResultError? Unfinished(Release release, ForeignTable table) => table.Donor!.Rows
        .Where(row => !row.IsWhole)
        .Select(row => ResultError.Of(row.Kind == DonorRowKind.UpTo
            ? ForeignHistoryUnfinished.Dirty(release.Database, table.Name, row.Version ?? "")
            : ForeignHistoryUnfinished.Failed(release.Database, table.Name, row.Script)))
        .FirstOrDefault();
}
