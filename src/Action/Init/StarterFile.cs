namespace Drawbridge.GitHubAction.Init;

/// <summary>A file that a repository begins with.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Content">Its text.</param>
internal sealed record StarterFile(string Path, string Content);
