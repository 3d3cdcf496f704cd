namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>Who wrote a comment.</summary>
/// <param name="Login">The name.</param>
/// <param name="IsBot">Whether it is an app, such as <c>github-actions[bot]</c>.</param>
internal sealed record Author(string Login, bool IsBot);
