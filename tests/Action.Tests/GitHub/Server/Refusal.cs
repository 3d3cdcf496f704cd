using System.Text.Json.Nodes;

namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>An answer other than what was asked for.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">The reason.</param>
internal sealed record Refusal(int Status, string Message)
{
    /// <summary>More headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What exactly is wrong.</summary>
    public IReadOnlyList<JsonNode> Errors { get; init; } = [];

    /// <summary>The token does not reach as far.</summary>
    public static Refusal NoRight { get; } = new(403, "Resource not accessible by integration");

    /// <summary>There is nothing, or nothing that the token may know of.</summary>
    public static Refusal NotFound { get; } = new(404, "Not Found");

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["message"] = Message,
            ["documentation_url"] = "https://docs.github.com/rest",
            ["status"] = $"{Status}",
        };
        if (Errors.Count > 0)
        {
            json["errors"] = new JsonArray([.. Errors]);
        }

        return json;
    }
}
