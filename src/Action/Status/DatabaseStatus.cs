using Drawbridge.Engine;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Status;

/// <summary>How one database stands, as far as the bucket tells.</summary>
/// <param name="Database">Its name.</param>
/// <param name="Release">The newest release or upload; null when there was none.</param>
/// <param name="Outcome">How that ended, or has come so far; null when there was none.</param>
internal sealed record DatabaseStatus(string Database, ReleaseId? Release, DatabaseOutcome? Outcome)
{
    /// <summary>The newest answer of which the function had read the history; null for none.</summary>
    public RunReport? Known { get; init; }

    /// <summary>What a plan of this checkout found; null when none was asked for.</summary>
    public DatabaseOutcome? Plan { get; init; }

    /// <summary>The highest applied version; 'none' for an empty history, 'unknown' when nobody has read it.</summary>
    public string Version => Known is null ? "unknown" : Known.To ?? "none";

    /// <summary>
    /// Scripts that wait, by the plan or else of the newest release; null when it is not known. An undo looks at what it
    /// takes back, which waits again unless it goes, and at nothing else that may wait.
    /// </summary>
    public int? Pending => (Plan, Outcome) switch
    {
        ({ } plan, _) => plan.HasHistory ? plan.Pending : null,
        (_, { HasHistory: true, Report.Mode: not ReleaseMode.Undo } outcome) => outcome.Pending + outcome.Failed,
        _ => null,
    };

    /// <summary>What became of the newest release.</summary>
    public string Standing => Outcome switch
    {
        null => "never released",
        { Report: null } => "no answer yet",
        { Report: { Mode: ReleaseMode.Undo } report } => $"undo {KebabCase.Of(report.Status)}",
        { Report: { } report } => KebabCase.Of(report.Status),
    };

    /// <summary>The same with what a plan found.</summary>
    public DatabaseStatus With(DatabaseOutcome plan) =>
        this with { Plan = plan, Known = plan.HasHistory ? plan.Report : Known };
}
