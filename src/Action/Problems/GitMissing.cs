namespace Drawbridge.GitHubAction.Problems;

/// <summary>There is no git to run.</summary>
internal sealed record GitMissing() : Problem(
    "'git' can't be started.",
    "Install git (on a GitHub-hosted runner it is there), and see that it is on the PATH.");
