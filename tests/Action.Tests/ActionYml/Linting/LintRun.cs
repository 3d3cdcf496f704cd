namespace Drawbridge.GitHubAction.Tests.ActionYml.Linting;

/// <summary>What a linter says.</summary>
/// <param name="ExitCode">0 when nothing is off.</param>
/// <param name="Output">All that it wrote.</param>
internal sealed record LintRun(int ExitCode, string Output);
