namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>A remark to be made on lines of a pull request's diff.</summary>
/// <param name="Path">The file.</param>
/// <param name="FirstLine">Where it begins, from 1, as the pull request leaves the file.</param>
/// <param name="LastLine">Where it ends.</param>
/// <param name="Body">The Markdown.</param>
internal sealed record LineComment(string Path, int FirstLine, int LastLine, string Body);
