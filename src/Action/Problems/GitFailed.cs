namespace Drawbridge.GitHubAction.Problems;

/// <summary>git ended with an error that has no code of its own.</summary>
internal sealed record GitFailed(string Command, string Complaint) : Problem(
    $"'git {Command}' failed: {Complaint}.",
    "Run the same command in the checkout by hand; a fresh checkout often helps.");
