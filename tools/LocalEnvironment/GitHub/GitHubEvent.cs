using System.Text.Json;

namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>What made a workflow run.</summary>
/// <param name="Name"><c>pull_request</c> or <c>push</c>.</param>
/// <param name="Ref">The full ref that is checked out.</param>
/// <param name="Commit">The commit that is checked out.</param>
/// <param name="Payload">The event's JSON.</param>
public sealed record GitHubEvent(string Name, string Ref, string Commit, string Payload)
{
    /// <summary>The repository in which it happens.</summary>
    public const string Repository = "acme/shop";

    /// <summary>The head branch of a pull request; else empty.</summary>
    public string HeadRef { get; init; } = "";

    /// <summary>The base branch of a pull request; else empty.</summary>
    public string BaseRef { get; init; } = "";

    /// <summary>A commit, usually a merge, arrived on a branch.</summary>
    public static GitHubEvent Push(string branch, string before, string commit) => new(
        "push",
        $"refs/heads/{branch}",
        commit,
        $$"""
        {
          "ref": {{Json($"refs/heads/{branch}")}}, "before": {{Json(before)}}, "after": {{Json(commit)}},
          "repository": { "full_name": {{Json(Repository)}}, "default_branch": {{Json(branch)}} }, "sender": { "login": "octocat" }
        }
        """);

    /// <summary>A pull request was opened or updated.</summary>
    public static GitHubEvent PullRequest(PullRequest request) => new(
        "pull_request",
        $"refs/pull/{request.Number}/merge",
        request.MergeCommit,
        $$"""
        {
          "action": "synchronize", "number": {{request.Number}},
          "pull_request": {
            "number": {{request.Number}}, "title": {{Json(request.HeadBranch)}},
            "head": { "ref": {{Json(request.HeadBranch)}}, "sha": {{Json(request.HeadCommit)}}, "repo": { "full_name": {{Json(Repository)}} } },
            "base": { "ref": {{Json(request.BaseBranch)}}, "sha": {{Json(request.BaseCommit)}}, "repo": { "full_name": {{Json(Repository)}} } }
          },
          "repository": { "full_name": {{Json(Repository)}}, "default_branch": {{Json(request.BaseBranch)}} }, "sender": { "login": "octocat" }
        }
        """)
    {
        HeadRef = request.HeadBranch,
        BaseRef = request.BaseBranch,
    };

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
