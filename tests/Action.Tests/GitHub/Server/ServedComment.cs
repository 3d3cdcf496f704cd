using System.Text.Json.Nodes;

namespace Drawbridge.GitHubAction.Tests.GitHub.Server;

/// <summary>A comment that the server keeps.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="Author">Who wrote it.</param>
internal sealed record ServedComment(long Id, string Body, Account Author)
{
    /// <summary>How often it was rewritten.</summary>
    public int Edits { get; init; }

    /// <summary>The lines that it is about; null for a comment below the pull request.</summary>
    public ServedPlace? Place { get; init; }

    /// <summary>Whether these lines have changed since.</summary>
    public bool IsOutdated { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["body"] = Body,
            ["user"] = new JsonObject { ["login"] = Author.Login, ["type"] = Author.Type },
            ["html_url"] = $"https://github.com/acme/shop/pull/7#issuecomment-{Id}",
        };
        if (Place is { } place)
        {
            json["path"] = place.Path;
            json["line"] = IsOutdated ? null : place.Last;
            json["start_line"] = place.First == place.Last || IsOutdated ? null : place.First;
        }

        return json;
    }
}
