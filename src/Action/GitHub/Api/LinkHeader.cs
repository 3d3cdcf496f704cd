using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Drawbridge.GitHubAction.GitHub.Api;

/// <summary>How GitHub says where a list goes on: <c>Link: &lt;https://…&gt;; rel="next", …</c>.</summary>
internal static partial class LinkHeader
{
    /// <summary>The address of the next page; null for the last one.</summary>
    public static Uri? Next(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var links)
        && NextLink().Match(string.Join(", ", links)) is { Success: true } link
        && Uri.TryCreate(link.Groups["address"].Value, UriKind.Absolute, out var address)
            ? address
            : null;

    [GeneratedRegex(
        "<(?<address>[^<>]+)>\\s*;\\s*rel=\"next\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextLink();
}
