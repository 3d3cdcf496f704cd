namespace Drawbridge.GitHubAction.Problems;

/// <summary>This commit is older than what was released last.</summary>
internal sealed record StaleCommit(string Commit, string Newer, string Release) : Problem(
    $"Commit '{Commit}' is older than commit '{Newer}', which release '{Release}' has already shipped.",
    "Nothing was uploaded. This is an old job run again: run the newest commit's job instead.");
