using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>What a result says of one script.</summary>
/// <param name="Key">As in the release.</param>
/// <param name="Version">Null for a repeatable.</param>
/// <param name="Description">The name's words.</param>
/// <param name="Status">What happened to it.</param>
/// <param name="Transaction">Whether it ran in one; null when it did not run.</param>
/// <param name="Statements">How many it holds; null when it was not read.</param>
/// <param name="DurationMs">Null when it did not run.</param>
public sealed record ScriptResult(
    string Key,
    string? Version,
    string Description,
    ScriptStatus Status,
    bool? Transaction,
    int? Statements,
    long? DurationMs)
{
    /// <summary>How often it was sent, when other sessions were in its way; null for once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Tries { get; init; }
}
