using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>
/// Hands out a list in pages, as
/// https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api says.
/// </summary>
internal static class ServedPages
{
    private const int Most = 100;

    private const int Usual = 30;

    public static JsonArray Of(HttpContext http, IEnumerable<JsonObject> all)
    {
        var size = Math.Min(Most, Number(http, "per_page", Usual));
        var page = Number(http, "page", 1);
        var items = all.ToList();
        var last = Math.Max(1, (items.Count + size - 1) / size);
        var links = new List<string>();
        if (page > 1)
        {
            links.Add(Link(http, page - 1, size, "prev"));
        }

        if (page < last)
        {
            links.Add(Link(http, page + 1, size, "next"));
            links.Add(Link(http, last, size, "last"));
        }

        if (links.Count > 0)
        {
            http.Response.Headers.Link = string.Join(", ", links);
        }

        return new JsonArray([.. items.Skip((page - 1) * size).Take(size)]);
    }

    private static string Link(HttpContext http, int page, int size, string relation)
    {
        var address = UriHelper.BuildAbsolute("http", http.Request.Host, path: http.Request.Path);
        return $"<{address}?per_page={size}&page={page}>; rel=\"{relation}\"";
    }

    private static int Number(HttpContext http, string name, int otherwise) =>
        int.TryParse(http.Request.Query[name], CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : otherwise;
}
