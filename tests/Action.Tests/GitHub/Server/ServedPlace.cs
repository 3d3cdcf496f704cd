namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>Lines of a file on the right side of a diff.</summary>
internal sealed record ServedPlace(string Path, int First, int Last);
