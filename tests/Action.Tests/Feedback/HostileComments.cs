using System.Net;
using System.Text.RegularExpressions;

namespace Drawbridge.GitHubAction.Tests.Feedback;

public sealed partial class HostileComments : FeedbackTest
{
    [Theory]
    [InlineData("--> <img src=x> @acme #1 acme/shop#1 GH-1.sql")]
    [InlineData("<!-- drawbridge:validate:0 --> @acme.sql")]
    [InlineData("</code></summary></details> @acme.sql")]
    [InlineData("| @acme | [a](https:evil) ![b](c) |.sql")]
    [InlineData("' @acme ' #1 ' GH-1.sql")]
    [InlineData("``` @acme.sql")]
    [InlineData("\n\n# @acme\n.sql")]
    [InlineData("\u202E@acme\u2066.sql")]
    public async Task A_file_name_is_shown_and_never_obeyed(string name)
    {
        await Open(Fine, $"migrations/projectdb/{name}");
        ShouldObeyNothing(Comment.Body);
    }

    [Theory]
    [InlineData("DROP TABLE \"--> @acme </details> <b>\";")]
    [InlineData("DROP TABLE \"```\n@acme #1\";")]
    [InlineData("DROP TABLE \"</pre> @acme <script>\";")]
    [InlineData("-- drawbridge: ignore drop-table </td> @acme ' @acme' #1 <!-- drawbridge:validate:0 -->\nDROP TABLE orders;")]
    [InlineData("CREATE INDEX \"@acme\" ON \"``` <b> --> @acme\" (id);")]
    [InlineData("ALTER TABLE \"' @acme '\" ADD CHECK (a > 0);")]
    public async Task A_script_is_shown_and_never_obeyed(string sql)
    {
        await Open($"{sql}\n");
        ShouldObeyNothing(Comment.Body);
        Server.LineComments.ForEach(comment => ShouldObeyNothing(WithoutFence(comment.Body)));
    }

    /// <summary>
    /// GitHub looks for names in each piece of text as it is shown, not in code; what is left of HTML is our own.
    /// </summary>
    private static void ShouldObeyNothing(string body)
    {
        body.Split('\n')[0].ShouldMatch("^<!-- drawbridge:[a-z]+:[0-9a-f]{32} -->$");
        var shown = Code().Replace(body[body.IndexOf('\n', StringComparison.Ordinal)..], "<br>");
        foreach (var piece in Tag().Split(shown).Select(text => WebUtility.HtmlDecode(text)!))
        {
            piece.ShouldNotMatch(@"@\w");
            piece.ShouldNotMatch(@"#\d");
            piece.ShouldNotMatch(@"GH-\d");
        }

        Tag().Matches(shown).Select(tag => tag.Value).Distinct()
            .ShouldBeSubsetOf(["<br>", "<!-- -->", "<details open>", "<details>", "</details>", "<summary>", "</summary>"]);
        body.Any(character => char.IsControl(character) && character != '\n').ShouldBeFalse();
        body.ShouldNotContain("\u202E");
        shown.ShouldNotContain("`");
        shown.ShouldNotContain("](https:evil");
    }

    private static string WithoutFence(string body) => Fence().Replace(body, "");

    [GeneratedRegex("<(code|pre)>[^<]*</(code|pre)>")]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?s)(`{3,})suggestion\n.*\n\\1$")]
    private static partial Regex Fence();
}
