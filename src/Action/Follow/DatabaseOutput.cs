namespace Drawbridge.GitHubAction.Follow;

/// <summary>One database in the <c>databases</c> output.</summary>
/// <param name="Database">Its name.</param>
/// <param name="Result">How it ended.</param>
/// <param name="From">The highest applied version before; null for none or unknown.</param>
/// <param name="To">The highest applied version after; null for none or unknown.</param>
/// <param name="Applied">Scripts applied by this run.</param>
/// <param name="Undone">Scripts taken back by this run.</param>
/// <param name="Pending">Scripts not applied yet.</param>
/// <param name="Failed">Scripts that failed.</param>
/// <param name="Error">The error's code; null for none.</param>
internal sealed record DatabaseOutput(
    string Database, string Result, string? From, string? To, int Applied, int Undone, int Pending, int Failed, string? Error)
{
    /// <summary>From what became of it.</summary>
    public static DatabaseOutput Of(DatabaseOutcome outcome) => new(
        outcome.Database,
        KebabCase.Of(outcome.Kind),
        outcome.Report?.From,
        outcome.Report?.To,
        outcome.Applied,
        outcome.Undone,
        outcome.Pending,
        outcome.Failed,
        outcome.Error?.Code);
}
