using System.Net;
using System.Text.Json;

namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>One answer of GitHub's.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON; undefined when there is none.</param>
internal sealed record GitHubAnswer(HttpStatusCode Status, JsonElement Body)
{
    /// <summary>The next page; null for the last one.</summary>
    public Uri? Next { get; private init; }

    /// <summary>How long GitHub wants to be left alone; null when it does not say so.</summary>
    public TimeSpan? Limit { get; private init; }

    /// <summary>Reads it to its end.</summary>
    /// <exception cref="HttpRequestException">It is no JSON although all went well.</exception>
    public static async Task<GitHubAnswer> Read(
        HttpResponseMessage answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var body = TryParse(text);
        const string Invalid = "GitHub's answer is invalid: it is no JSON.";
        return body is null && answer.IsSuccessStatusCode && text.Length > 0
            ? throw new HttpRequestException(Invalid, inner: null, answer.StatusCode)
            : new GitHubAnswer(answer.StatusCode, body ?? default)
            {
                Next = LinkHeader.Next(answer.Headers),
                Limit = RateLimit.Of(answer, body?.Text("message") ?? "", now),
            };
    }

    /// <summary>Itself, when GitHub did what it was asked for.</summary>
    /// <exception cref="HttpRequestException">It did not.</exception>
    public GitHubAnswer OrThrow() => (int)Status is >= 200 and < 300
        ? this
        : throw new HttpRequestException($"GitHub answered {(int)Status}: {Complaint}", inner: null, Status);

    private string Complaint => string.Join(
        ": ",
        new[] { Body.Text("message") ?? "it does not say why" }
            .Concat(Body.Items("errors").Select(Text))
            .Where(text => text.Length > 0));

    /// <summary>GitHub writes them as texts or as objects.</summary>
    private static string Text(JsonElement error) => error.ValueKind == JsonValueKind.String
        ? error.GetString() ?? ""
        : error.Text("message") ?? string.Join(' ', error.Text("field"), error.Text("code")).Trim();

    private static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
