using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Asks GitHub which files the open pull requests to a branch add: one question for fifty of them.</summary>
/// <param name="api">Where GitHub's GraphQL API answers.</param>
/// <param name="token">May read pull requests.</param>
/// <param name="repository"><c>owner/name</c>.</param>
internal sealed class PullRequestFiles(Uri api, string token, string repository)
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

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What the two hundred pull requests that changed last add, of each its first hundred files.</summary>
    /// <exception cref="HttpRequestException">GitHub can't be reached, or does not say it.</exception>
    /// <exception cref="JsonException">The answer is no JSON.</exception>
    /// <exception cref="OperationCanceledException">GitHub took too long, or the run was cancelled.</exception>
    public async Task<IReadOnlyList<AddedFile>> Read(string branch, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("drawbridge");
        var added = new List<AddedFile>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            using var answer = await Ask(http, Question(branch, after), cancellationToken);
            var requests = answer.RootElement.Find("data", "repository", "pullRequests") ?? throw new HttpRequestException(Complaint(answer));
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

    private static string Complaint(JsonDocument answer) =>
        answer.RootElement.Items("errors").Select(error => error.Text("message")).FirstOrDefault() ?? "the repository is not there for this token";

    private string Question(string branch, string? after) => new JsonObject
    {
        ["query"] = Query,
        ["variables"] = new JsonObject
        {
            ["owner"] = repository.Split('/')[0],
            ["name"] = repository.Split('/')[^1],
            ["base"] = branch,
            ["after"] = after,
        },
    }.ToJsonString();

    private async Task<JsonDocument> Ask(HttpClient http, string question, CancellationToken cancellationToken)
    {
        using var content = new StringContent(question, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(api, content, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
    }
}
