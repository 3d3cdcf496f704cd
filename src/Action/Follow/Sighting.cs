using Drawbridge.Bucket;
using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>What was seen of a result the last time.</summary>
/// <param name="ETag">Tells whether there is something newer.</param>
/// <param name="Report">What it said; null before anything was seen.</param>
/// <param name="WrittenAt">When the function wrote it.</param>
/// <param name="Duration">How long the run had taken by then.</param>
internal sealed record Sighting(string? ETag, RunReport? Report, DateTimeOffset? WrittenAt, TimeSpan Duration)
{
    /// <summary>When the run began, by the function's clock.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Before anything was seen.</summary>
    public static Sighting Nothing { get; } = new(null, null, null, TimeSpan.Zero);

    /// <summary>Whether nothing more will come.</summary>
    public bool IsFinal => Report?.Status.IsFinal() == true;

    /// <summary>From the object and what it holds.</summary>
    public static Sighting Of(BucketObject found, Result result)
    {
        var report = new RunReport(
            result.Status, result.Server, result.From, result.To, result.Scripts, result.Warnings, result.Error, result.WaitingFor)
        {
            Mode = result.Mode,
            Plan = result.Plan,
            Continues = result.Continues,
        };
        return new Sighting(found.ETag, report, found.LastModified, TimeSpan.FromMilliseconds(result.DurationMs))
        {
            StartedAt = result.StartedAt,
        };
    }
}
