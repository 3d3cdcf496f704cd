namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>A file that a pull request changes.</summary>
/// <param name="Path">From the repository's root, as the pull request leaves it.</param>
/// <param name="ObjectId">Git's id of its content on the pull request's branch.</param>
/// <param name="Patch">What changes, as a unified diff; null when GitHub does not show it.</param>
internal sealed record ChangedFile(string Path, string ObjectId, string? Patch);
