using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>"Apply exactly these scripts to this database": written last, so what it names is there.</summary>
/// <param name="Schema">Always <see cref="SchemaName"/>.</param>
/// <param name="Id">Equals its key's: see <see cref="ReleaseId"/>.</param>
/// <param name="Database">Equals its key's.</param>
/// <param name="Mode">What to do.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Source">Where the scripts come from.</param>
/// <param name="Options">How to apply them.</param>
/// <param name="Scripts">Every script of the database, not only the new ones.</param>
public sealed record Release(
    string Schema,
    string Id,
    string Database,
    ReleaseMode Mode,
    DateTimeOffset CreatedAt,
    ReleaseSource Source,
    ReleaseOptions Options,
    IReadOnlyList<ReleaseScript> Scripts)
{
    /// <summary>The version at which an undo ends, canonical: it stays. 0 takes all back; null for the other modes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Target { get; init; }

    /// <summary>What people declare of its scripts; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReleaseMark>? Marks { get; init; }

    /// <summary>The contract's name and version.</summary>
    public const string SchemaName = "drawbridge/release/1";
}
