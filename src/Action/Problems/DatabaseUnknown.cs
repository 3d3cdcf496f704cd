namespace Drawbridge.GitHubAction.Problems;

/// <summary>The commit has no scripts for a database.</summary>
internal sealed record DatabaseUnknown(string Database, string Known) : Problem(
    $"The commit has no scripts for the database '{Database}'.",
    $"Nothing was released. Name one of these: {Known}.");
