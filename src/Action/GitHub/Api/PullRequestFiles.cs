using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>Asks GitHub which files the open pull requests to a branch add: one question for fifty of them.</summary>
/// <param name="client">Asks; its token may read pull requests.</param>
/// <param name="api">Where GitHub's GraphQL API answers.</param>
/// <param name="repository"><c>owner/name</c>.</param>
internal sealed class PullRequestFiles(GitHubClient client, Uri api, string repository)
{
    private const int MostPages = 4;

    private const string Query = """
        query($owner: String!, $name: String!, $base: String!, $after: String) {
          repository(owner: $owner, name: $name) {
            pullRequests(states: OPEN, baseRefName: $base, first: 50, after: $after,
                         orderBy: {field: UPDATED_AT, direction: DESC}) {
              pageInfo { hasNextPage endCursor }
              nodes { number files(first: 100) { nodes { path changeType } } }
            }
          }
        }
        """;

    private static readonly string[] Additions = ["ADDED", "COPIED", "RENAMED"];

    /// <summary>What the two hundred pull requests that changed last add, of each its first hundred files.</summary>
    /// <exception cref="HttpRequestException">GitHub can't be reached, or does not say it.</exception>
    public async Task<IReadOnlyList<AddedFile>> Read(string branch, CancellationToken cancellationToken)
    {
        var added = new List<AddedFile>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.Ask(api, Question(branch, after), cancellationToken);
            var requests = answer.Find("data", "repository", "pullRequests")
                ?? throw new HttpRequestException(Complaint(answer));
            added.AddRange(requests.Items("nodes").SelectMany(AddedBy));
            after = requests.Text("pageInfo", "endCursor");
            if (requests.Find("pageInfo", "hasNextPage") is not { ValueKind: JsonValueKind.True })
            {
                break;
            }
        }

        return added;
    }

    private static IEnumerable<AddedFile> AddedBy(JsonElement request) =>
        from file in request.Items("files", "nodes")
        where Additions.Contains(file.Text("changeType"))
        select new AddedFile(request.GetProperty("number").GetInt32(), file.Text("path") ?? "");

    private static string Complaint(JsonElement answer) =>
        answer.Items("errors").Select(error => error.Text("message")).FirstOrDefault()
        ?? "the repository is not there for this token";

    private JsonObject Question(string branch, string? after) => new()
    {
        ["query"] = Query,
        ["variables"] = new JsonObject
        {
            ["owner"] = repository.Split('/')[0],
            ["name"] = repository.Split('/')[^1],
            ["base"] = branch,
            ["after"] = after,
        },
    };
}
