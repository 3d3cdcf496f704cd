namespace Drawbridge.GitHubAction.Git;

/// <summary>How a run of git ended.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it complained about.</param>
internal sealed record GitAnswer(int ExitCode, string Output, string Error);
