using System.Text.Json;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>What started the run, as far as its payload names commits.</summary>
/// <param name="Name">Such as <c>pull_request</c>; null outside GitHub Actions.</param>
/// <param name="PullRequestBase">The tip of the branch that a pull request goes to, when the event was made.</param>
/// <param name="PullRequestHead">The tip of the pull request's own branch.</param>
/// <param name="MergeGroupBase">The commit that a merge queue's group is built on.</param>
/// <param name="Before">Where a pushed branch was; null for a new one.</param>
internal sealed record GitHubEvent(
    string? Name, string? PullRequestBase, string? PullRequestHead, string? MergeGroupBase, string? Before)
{
    /// <summary>The number of the pull request; null when it is none.</summary>
    public int? PullRequest { get; private init; }

    /// <summary>The branch that the pull request goes to.</summary>
    public string? PullRequestBranch { get; private init; }

    /// <summary>The repository's default branch.</summary>
    public string? DefaultBranch { get; private init; }

    /// <summary>
    /// Whether the pull request comes from another repository, whose runs get a token that can only read.
    /// </summary>
    public bool IsFromFork { get; private init; }

    /// <summary>Reads the payload; what it lacks is null.</summary>
    public static async Task<GitHubEvent> Read(GitHubEnvironment environment, CancellationToken cancellationToken)
    {
        if (environment.EventPath is not { } path || !File.Exists(path))
        {
            return new GitHubEvent(environment.EventName, null, null, null, null);
        }

        await using var file = File.OpenRead(path);
        using var payload = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        var root = payload.RootElement;
        return new GitHubEvent(
            environment.EventName,
            Commit(root.Text("pull_request", "base", "sha")),
            Commit(root.Text("pull_request", "head", "sha")),
            Commit(root.Text("merge_group", "base_sha")),
            Commit(root.Text("before")))
        {
            PullRequest = root.Find("pull_request", "number") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null,
            PullRequestBranch = root.Text("pull_request", "base", "ref"),
            DefaultBranch = root.Text("repository", "default_branch"),
            IsFromFork = root.Text("pull_request", "head", "repo", "full_name")
                != root.Text("pull_request", "base", "repo", "full_name"),
        };
    }

    /// <summary>A full commit id; GitHub writes only zeros for none.</summary>
    private static string? Commit(string? text) =>
        text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigit) && text.Any(digit => digit != '0') ? text : null;
}
