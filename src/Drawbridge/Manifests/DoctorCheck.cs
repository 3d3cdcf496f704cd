using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>One thing that a doctor looked at.</summary>
/// <param name="Name">Which.</param>
/// <param name="Status">What was found.</param>
/// <param name="Message">The same as a sentence.</param>
/// <param name="DurationMs">How long the look took.</param>
public sealed record DoctorCheck(string Name, CheckStatus Status, string Message, long DurationMs)
{
    /// <summary>What it was about, where there are several: a database, a folder of the bucket.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>Of the problem that it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>What to do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remedy { get; init; }
}
