namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>A comment on a pull request.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="Author">Who wrote it; null when that account is gone.</param>
/// <param name="Address">Its place on the page.</param>
internal sealed record Comment(long Id, string Body, Author? Author, string Address)
{
    /// <summary>
    /// Whether it is a remark on lines that have changed since, so that what it suggests can't be applied any more.
    /// </summary>
    public bool IsOutdated { get; init; }
}
