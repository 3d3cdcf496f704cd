namespace Drawbridge.GitHubAction.Problems;

/// <summary>The repository has no commit yet.</summary>
internal sealed record HeadMissing(string Directory) : Problem(
    $"The repository at '{Directory}' has no commit to check.",
    "Commit the scripts: what is checked is the commit, not the files beside it.");
