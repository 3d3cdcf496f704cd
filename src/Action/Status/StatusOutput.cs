namespace Drawbridge.GitHubAction.Status;

/// <summary>One database in the <c>databases</c> output of <c>status</c>.</summary>
/// <param name="Database">Its name.</param>
/// <param name="Version">The highest applied version; null for none or unknown.</param>
/// <param name="Pending">Scripts that wait; null when it is not known.</param>
/// <param name="Release">The newest release's id; null for none.</param>
/// <param name="Result">How that ended; null for no answer.</param>
/// <param name="Error">The code of its error, or of the plan's; null for none.</param>
internal sealed record StatusOutput(
    string Database, string? Version, int? Pending, string? Release, string? Result, string? Error)
{
    /// <summary>From how it stands.</summary>
    public static StatusOutput Of(DatabaseStatus status) => new(
        status.Database,
        status.Known?.To,
        status.Pending,
        status.Release?.Text,
        status.Outcome?.Report is { } report ? KebabCase.Of(report.Status) : null,
        (status.Plan?.Error ?? status.Outcome?.Error)?.Code);
}
