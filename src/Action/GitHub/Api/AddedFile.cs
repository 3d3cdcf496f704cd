namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>A file that an open pull request adds.</summary>
/// <param name="PullRequest">The pull request's number.</param>
/// <param name="Path">From the repository's root.</param>
internal sealed record AddedFile(int PullRequest, string Path);
