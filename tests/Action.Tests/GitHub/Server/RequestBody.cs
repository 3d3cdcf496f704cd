using System.Text.Json.Nodes;

namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>Reads what was sent.</summary>
internal static class RequestBody
{
    /// <summary>The Markdown in it.</summary>
    public static string Text(this JsonObject body) => body["body"]?.GetValue<string>() ?? "";
}
