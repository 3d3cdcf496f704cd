using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Scripts;

namespace Drawbridge.Engine.Donors;

/// <summary>Finds the script of a release for everything that another tool has applied.</summary>
internal sealed class DonorComparison(Release release, DatabaseHistory history, ForeignTable table, DonorLedger ledger)
{
    private readonly Dictionary<string, ReleaseScript> _migrations = release.Scripts
        .Where(script => script.Kind == ScriptKind.Migration)
        .ToDictionary(script => script.Version!);

    /// <summary>What people declare of scripts counts more than what the other tool says of them.</summary>
    private readonly HashSet<string> _declared = history.IsFromBefore
        ? [.. (release.Marks ?? []).Where(mark => mark.As == MarkedAs.Done).Select(mark => mark.Key)]
        : [];

    /// <summary>The first row for which there is no script, or another one.</summary>
    public ResultError? Refusal() => MissingNewest()
        ?? ledger.Live
            .Where(row => row.Version is not null)
            .OrderBy(row => row.Rank)
            .Select(Refusal)
            .FirstOrDefault(error => error is not null);

    /// <summary>What counts as applied and is not recorded yet, in order.</summary>
    public IEnumerable<ReleaseScript> Scripts()
    {
        var applied = ledger.Live.Select(ScriptOf).OfType<ReleaseScript>().ToHashSet();
        return Decision.Ordered(release).Where(script => (applied.Contains(script) || IsCovered(script))
            && !_declared.Contains(script.Key)
            && history.Of(script, Decision.PathOf(release, script)) is null);
    }

    private ReleaseScript? ScriptOf(DonorRow row) => DonorLedger.Canonical(row) is { } version
        ? _migrations.GetValueOrDefault(version)
        : release.Scripts.FirstOrDefault(script => script.Kind == ScriptKind.Repeatable
            && script.Description == row.Description.Trim()
            && script.FlywayChecksum == row.Checksum);

    /// <summary>What golang-migrate had taken over before may have been undone since.</summary>
    private bool IsCovered(ReleaseScript script) =>
        script.Version is { } text
        && ledger.UpTo?.Version is { } end
        && ScriptVersion.TryParse(end, out var last)
        && ScriptVersion.Parse(text) is var version
        && version <= last
        && (history.AdoptedFrom is not { Newest: > 0 and var before } || version > ScriptVersion.Parse($"{before}"));

    /// <summary>golang-migrate's one version is a script's; where Flyway's baseline is, there need not be one.</summary>
    private ResultError? MissingNewest() =>
        table.Donor!.Tool == DonorTool.GolangMigrate
        && ledger.UpTo is { } row
        && !_migrations.ContainsKey(DonorLedger.Canonical(row)!)
            ? Missing(row)
            : null;

    private ResultError? Refusal(DonorRow row) => (ScriptOf(row), row) switch
    {
        ({ } script, _) when _declared.Contains(script.Key) => null,
        (_, { Kind: DonorRowKind.Code }) =>
            ResultError.Of(new ForeignScriptUnsupported(row.Script, row.Type, release.Database)),
        (null, _) => Missing(row),
        ({ } script, { Checksum: { } recorded }) when script.FlywayChecksum != recorded =>
            ResultError.Of(
                new ForeignScriptChanged(script.Key, release.Database, script.FlywayChecksum, recorded), script.Key),
        _ => null,
    };

    private ResultError Missing(DonorRow row) =>
        ResultError.Of(new ForeignScriptMissing(table.Tool, row.Version!, release.Database, table.Name));
}
