using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>One pull request: its files, its comments, its reviews.</summary>
/// <param name="client">Asks.</param>
/// <param name="api">Where GitHub's REST API answers.</param>
/// <param name="repository"><c>owner/name</c>.</param>
/// <param name="number">The pull request's.</param>
internal sealed class PullRequestApi(GitHubClient client, Uri api, string repository, int number)
{
    private const string EachPage = "per_page=100";

    /// <summary>All comments below it, the oldest first.</summary>
    public ValueTask<List<Comment>> Comments(CancellationToken cancellationToken) =>
        client.List(Address($"repos/{repository}/issues/{number}/comments?{EachPage}"), cancellationToken)
            .Select(ReadComment).ToListAsync(cancellationToken);

    /// <summary>Writes another comment.</summary>
    public async Task<Comment> Comment(string body, CancellationToken cancellationToken) =>
        ReadComment(await client.Create(
            Address($"repos/{repository}/issues/{number}/comments"),
            new JsonObject { ["body"] = body },
            cancellationToken));

    /// <summary>Rewrites a comment.</summary>
    public async Task<Comment> Edit(Comment comment, string body, CancellationToken cancellationToken) =>
        ReadComment(await client.Edit(AddressOf(comment), new JsonObject { ["body"] = body }, cancellationToken));

    /// <summary>Takes a comment away.</summary>
    public Task Delete(Comment comment, CancellationToken cancellationToken) =>
        client.Delete(AddressOf(comment), cancellationToken);

    /// <summary>The files that it changes.</summary>
    public ValueTask<List<ChangedFile>> Files(CancellationToken cancellationToken) =>
        client.List(Address($"repos/{repository}/pulls/{number}/files?{EachPage}"), cancellationToken)
            .Select(file => new ChangedFile(file.Text("filename") ?? "", file.Text("sha") ?? "", file.Text("patch")))
            .ToListAsync(cancellationToken);

    /// <summary>All comments on its lines.</summary>
    public ValueTask<List<Comment>> LineComments(CancellationToken cancellationToken) =>
        client.List(Address($"repos/{repository}/pulls/{number}/comments?{EachPage}"), cancellationToken)
            .Select(comment => ReadComment(comment) with
            {
                IsOutdated = comment.Find("line") is not { ValueKind: JsonValueKind.Number },
            })
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Comments on several lines at once, which is one message to those who follow the pull request. GitHub takes all
    /// of them or none.
    /// </summary>
    /// <param name="commit">The commit whose lines they are, the pull request's last one.</param>
    /// <param name="body">What stands above them.</param>
    /// <param name="comments">The remarks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task Review(
        string commit, string body, IEnumerable<LineComment> comments, CancellationToken cancellationToken) =>
        client.Create(
            Address($"repos/{repository}/pulls/{number}/reviews"),
            new JsonObject
            {
                ["commit_id"] = commit,
                ["event"] = "COMMENT",
                ["body"] = body,
                ["comments"] = new JsonArray([.. comments.Select(Write)]),
            },
            cancellationToken);

    /// <summary>The account that the token stands for; null for an app's, which may not ask.</summary>
    /// <exception cref="HttpRequestException">GitHub can't be reached, or refuses for another reason.</exception>
    public async Task<string?> TryGetLogin(CancellationToken cancellationToken)
    {
        try
        {
            return (await client.Get(Address("user"), cancellationToken)).Text("login");
        }
        catch (HttpRequestException refused)
            when (refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static Comment ReadComment(JsonElement comment) => new(
        comment.Find("id") is { ValueKind: JsonValueKind.Number } id ? id.GetInt64() : 0,
        comment.Text("body") ?? "",
        comment.Text("user", "login") is { } login ? new Author(login, comment.Text("user", "type") == "Bot") : null,
        comment.Text("html_url") ?? "");

    /// <summary>GitHub wants no first line when it is the last one, too.</summary>
    private static JsonObject Write(LineComment comment)
    {
        var written = new JsonObject
        {
            ["path"] = comment.Path,
            ["body"] = comment.Body,
            ["line"] = comment.LastLine,
            ["side"] = "RIGHT",
        };
        if (comment.FirstLine < comment.LastLine)
        {
            written["start_line"] = comment.FirstLine;
            written["start_side"] = "RIGHT";
        }

        return written;
    }

    private Uri AddressOf(Comment comment) => Address($"repos/{repository}/issues/comments/{comment.Id}");

    /// <summary>A server of one's own has its API below <c>/api/v3</c>.</summary>
    private Uri Address(string path) => new($"{api.AbsoluteUri.TrimEnd('/')}/{path}");
}
