using Drawbridge.Scripts;

namespace Drawbridge.Engine.Donors;

/// <summary>
/// What another tool's rows amount to, read from the first to the last: one can end what another began.
/// </summary>
internal sealed class DonorLedger
{
    private readonly Dictionary<string, DonorRow> _live = [];

    private DonorLedger(DonorHistory donor, long after)
    {
        foreach (var row in donor.Rows.Where(row => row.Rank > after))
        {
            Take(row);
        }

        // golang-migrate has one row, which goes back when something is taken back.
        GoesBack |= donor.Newest < after;
    }

    /// <summary>The scripts that count, by version and, for repeatables, by name.</summary>
    public IEnumerable<DonorRow> Live => _live.Values;

    /// <summary>Says that everything up to its version counts; null for none.</summary>
    public DonorRow? UpTo { get; private set; }

    /// <summary>Whether a script counts no more that was there before.</summary>
    public bool GoesBack { get; private set; }

    /// <summary>Reads the rows behind the one that was last when they were read before.</summary>
    public static DonorLedger Of(DonorHistory donor, AdoptedFrom? before) =>
        new(donor, before?.Newest ?? long.MinValue);

    /// <summary>As a release writes it; as it stands when it is none.</summary>
    public static string? Canonical(DonorRow row) =>
        ScriptVersion.TryParse(row.Version ?? "", out var version) ? version.Text : row.Version;

    private static string KeyOf(DonorRow row) => Canonical(row) ?? $"{nameof(ScriptKind.Repeatable)} {row.Description}";

    private void Take(DonorRow row)
    {
        switch (row.Kind)
        {
            case DonorRowKind.Script or DonorRowKind.Code:
                _live[KeyOf(row)] = row;
                break;
            case DonorRowKind.End:
                GoesBack |= !_live.Remove(KeyOf(row));
                break;
            case DonorRowKind.UpTo:
                UpTo = row;
                break;
            default:
                break;
        }
    }
}
