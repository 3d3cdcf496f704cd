using System.Net;
using System.Text.Json.Nodes;
using Drawbridge.GitHubAction.Tests.Validate;
using Drawbridge.LocalEnvironment.Git;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>
/// GitHub, as far as pull request 7 of acme/shop is concerned: its REST API by its documented rules, with a real
/// repository behind it, and its GraphQL API with the answers that a test prepares.
/// </summary>
internal sealed class GitHubServer : IAsyncDisposable
{
    public const string Token = "the-token";

    private const string NoPullRequests =
        """{ "data": { "repository": { "pullRequests": { "pageInfo": { "hasNextPage": false }, "nodes": [] } } } }""";

    private const int LongestBody = 65536;

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private long _ids = 100;

    private GitHubServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(Serve);
    }

    /// <summary>Where it answers.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Whom the token stands for; null for nobody.</summary>
    public Account? Account { get; set; } = Account.Job(Rights.Write);

    /// <summary>What stands below the pull request.</summary>
    public List<ServedComment> Comments { get; } = [];

    /// <summary>What stands on its lines.</summary>
    public List<ServedComment> LineComments { get; } = [];

    /// <summary>How many reviews were written.</summary>
    public int Reviews { get; private set; }

    /// <summary>What the pull request changes.</summary>
    public IReadOnlyList<ServedFile> Files { get; private set; } = [];

    /// <summary>Whether the diffs are small enough to be told.</summary>
    public bool TellsPatches { get; set; } = true;

    /// <summary>Goes before anything else, one for each question; null lets one pass.</summary>
    public Queue<Refusal?> Refusals { get; } = [];

    /// <summary>Runs when a question has come, before it is answered.</summary>
    public Func<CancellationToken, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the GraphQL API answers, each once; then that there are no other pull requests.</summary>
    public Queue<(int Status, string Body)> Answers { get; } = [];

    /// <summary>What was asked: the verb, the path, the token, and the body.</summary>
    public List<(string Verb, string Path, string Authorization, string Body)> Questions { get; } = [];

    /// <summary>The variables that make the action ask here.</summary>
    public Dictionary<string, string> Variables => new()
    {
        ["GITHUB_API_URL"] = Address,
        ["GITHUB_GRAPHQL_URL"] = $"{Address}/graphql",
        ["GITHUB_TOKEN"] = Token,
    };

    public static async Task<GitHubServer> Start()
    {
        var server = new GitHubServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Looks at what is on the pull request's branch now.</summary>
    public async Task Look(GitRepository repository) => Files = await ServedFile.Changed(repository, Checkout.Branch);

    /// <summary>Somebody writes a comment.</summary>
    public ServedComment Say(Account author, string body)
    {
        lock (_gate)
        {
            Comments.Add(new ServedComment(_ids++, body, author));
            return Comments[^1];
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Serve(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        await Meanwhile(http.RequestAborted);
        var (status, body) = Answer(http, text);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        if (status != StatusCodes.Status204NoContent)
        {
            await http.Response.WriteAsync(body);
        }
    }

    private (int Status, string Body) Answer(HttpContext http, string text)
    {
        lock (_gate)
        {
            var (verb, path) = (http.Request.Method, http.Request.Path.Value!);
            Questions.Add((verb, path, http.Request.Headers.Authorization.ToString(), text));
            if (path == "/graphql")
            {
                return Answers.TryDequeue(out var prepared) ? prepared : (200, NoPullRequests);
            }

            var body = text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
            return (Objection(http) as object ?? Route(http, verb, path, body)) switch
            {
                Refusal refusal => Refuse(http, refusal),
                JsonNode made when verb == "POST" && path.EndsWith("/comments", StringComparison.Ordinal) =>
                    (StatusCodes.Status201Created, made.ToJsonString()),
                JsonNode answer => (StatusCodes.Status200OK, answer.ToJsonString()),
                _ => (StatusCodes.Status204NoContent, ""),
            };
        }
    }

    private static (int Status, string Body) Refuse(HttpContext http, Refusal refusal)
    {
        foreach (var (name, value) in refusal.Headers)
        {
            http.Response.Headers[name] = value;
        }

        return (refusal.Status, refusal.ToJson().ToJsonString());
    }

    private Refusal? Objection(HttpContext http) => http.Request switch
    {
        _ when Refusals.TryDequeue(out var refusal) && refusal is not null => refusal,
        { Headers.UserAgent.Count: 0 } => new Refusal(403, "Request forbidden by administrative rules."),
        { Headers.Authorization: var token } when token != $"Bearer {Token}" || Account is null =>
            new Refusal(401, "Bad credentials"),
        { Method: var verb } => (Account!.Rights, verb) switch
        {
            (Rights.None, _) => Refusal.NotFound,
            (Rights.Read, not "GET") => Refusal.NoRight,
            _ => null,
        },
    };

    private object? Route(HttpContext http, string verb, string path, JsonObject body) => (verb, path) switch
    {
        ("GET", "/user") => Account!.Type == "Bot" ? Refusal.NoRight : new JsonObject { ["login"] = Account.Login },
        ("GET", "/repos/acme/shop/issues/7/comments") => ServedPages.Of(http, Comments.Select(comment => comment.ToJson())),
        ("POST", "/repos/acme/shop/issues/7/comments") => BodyObjection(body) as object ?? Say(Account!, body.Text()).ToJson(),
        ("GET", "/repos/acme/shop/pulls/7/comments") => ServedPages.Of(http, LineComments.Select(comment => comment.ToJson())),
        ("GET", "/repos/acme/shop/pulls/7/files") => ServedPages.Of(http, Files.Select(file => file.ToJson(TellsPatches))),
        ("POST", "/repos/acme/shop/pulls/7/reviews") => Review(body),
        _ when Comments.FindIndex(comment => path == $"/repos/acme/shop/issues/comments/{comment.Id}") is >= 0 and var index =>
            verb == "DELETE" ? Delete(index) : BodyObjection(body) as object ?? Edit(index, body.Text()),
        _ => Refusal.NotFound,
    };

    private object? Delete(int index)
    {
        Comments.RemoveAt(index);
        return null;
    }

    private JsonObject Edit(int index, string text)
    {
        Comments[index] = Comments[index] with { Body = text, Edits = Comments[index].Edits + 1 };
        return Comments[index].ToJson();
    }

    private static Refusal? BodyObjection(JsonObject body) => body.Text() switch
    {
        { Length: 0 } => Invalid("Body cannot be blank"),
        { Length: > LongestBody } => Invalid($"Body is too long (maximum is {LongestBody} characters)"),
        _ => null,
    };

    private static Refusal Invalid(string message) => new(422, "Validation Failed")
    {
        Errors =
        [
            new JsonObject
            {
                ["resource"] = "IssueComment",
                ["code"] = "unprocessable",
                ["field"] = "data",
                ["message"] = message,
            },
        ],
    };

    /// <summary>All of its remarks or none.</summary>
    private object Review(JsonObject body)
    {
        var remarks = body["comments"]!.AsArray().Select(comment => comment!.AsObject()).ToList();
        var objections = remarks.Select(Objection).OfType<string>().Distinct().ToList();
        if (body["event"]!.GetValue<string>() == "COMMENT" && body.Text().Length == 0)
        {
            objections.Add("Body can't be blank");
        }

        if (objections.Count > 0)
        {
            return new Refusal(422, "Unprocessable Entity")
            {
                Errors = [.. objections.Select(objection => JsonValue.Create(objection))],
            };
        }

        LineComments.AddRange(remarks.Select(
            remark => new ServedComment(_ids++, remark.Text(), Account!) { Place = PlaceOf(remark) }));
        return new JsonObject { ["id"] = ++Reviews };
    }

    private string? Objection(JsonObject remark)
    {
        var place = PlaceOf(remark);
        return remark switch
        {
            _ when BodyObjection(remark) is { } refusal => refusal.Message,
            _ when remark["start_line"]?.GetValue<int>() == place.Last =>
                "Pull request review thread start line must precede the end line.",
            _ => Files.FirstOrDefault(file => file.Path == place.Path) is { } file
                ? file.Objection(place)
                : "Pull request review thread path is invalid",
        };
    }

    private static ServedPlace PlaceOf(JsonObject remark)
    {
        remark["side"]!.GetValue<string>().ShouldBe("RIGHT");
        var line = remark["line"]!.GetValue<int>();
        return new ServedPlace(remark["path"]!.GetValue<string>(), remark["start_line"]?.GetValue<int>() ?? line, line);
    }
}
