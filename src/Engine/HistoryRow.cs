using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>A script that was applied, begun or taken back.</summary>
/// <param name="Id">Ascends with time.</param>
/// <param name="Version">Null for a repeatable.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Path">Below the database's folder.</param>
/// <param name="Checksum">Of the content that ran.</param>
/// <param name="State">What became of it.</param>
/// <param name="StatementsDone">How many of its statements are known to have taken effect.</param>
/// <param name="HasEnded">False when the next statement was sent outside a transaction and its end is not known.</param>
/// <param name="ReleaseId">Which release ran it.</param>
public sealed record HistoryRow(
    long Id,
    ScriptVersion? Version,
    ScriptKind Kind,
    string Path,
    string Checksum,
    HistoryState State,
    int StatementsDone,
    bool HasEnded,
    string ReleaseId)
{
    /// <summary>The row that a script will have that counts as applied without having run.</summary>
    public static HistoryRow Adopted(ReleaseScript script, Release release) => new(
        Id: 0,
        script.Version is null ? null : ScriptVersion.Parse(script.Version),
        script.Kind,
        Decision.PathOf(release, script),
        script.Checksum,
        HistoryState.Adopted,
        StatementsDone: 0,
        HasEnded: true,
        release.Id);
}
