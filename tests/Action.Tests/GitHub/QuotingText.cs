using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Tests.GitHub;

public sealed class QuotingText
{
    [Fact]
    public void A_command_escapes_data_and_properties_by_github_s_rules() =>
        WorkflowCommand.Line("error", "50%: a,b\r\nc", ("file", "a%:,\n.sql"), ("line", null), ("title", "t"))
            .ShouldBe("::error file=a%25%3A%2C%0A.sql,title=t::50%25: a,b%0D%0Ac");

    [Fact]
    public void A_command_without_properties_has_no_space() =>
        WorkflowCommand.Line("group", "x").ShouldBe("::group::x");

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("grün 😀 漢字", "grün 😀 漢字")]
    [InlineData("a\u202Eb", "a\\u{202E}b")]
    [InlineData("a\u001B[31m", "a\\u{1B}[31m")]
    [InlineData("a\nb\tc", "a\\u{A}b\\u{9}c")]
    [InlineData("zero\u200Bwidth", "zero\\u{200B}width")]
    [InlineData("\uE000", "\\u{E000}")]
    public void Invisible_characters_become_visible(string text, string shown) => PlainText.Of(text).ShouldBe(shown);

    [Fact]
    public void Lines_stay_lines_where_they_may() => PlainText.Lines("a\n\tb\r").ShouldBe("a\n\tb\\u{D}");

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => PlainText.Of("a\uD800b").ShouldBe("a\uFFFDb");

    /// <summary>GitHub finds names behind entities, but neither in code nor across the pieces of a text.</summary>
    [Fact]
    public void A_sentence_of_a_comment_calls_nobody_and_links_nothing() =>
        Markdown.Sentence("'@a' isn't @b, a#1 or GH-1; 'it''s'").ShouldBe(
            "<code>&#64;a</code> isn't &#64;<!-- -->b, a&#35;<!-- -->1 or GH&#45;<!-- -->1; 'it''s'");

    [Fact]
    public void Markdown_and_html_are_shown_and_not_obeyed() =>
        Markdown.Text("a|b <b> [x](y) `c` @me #1 :+1: $x$").ShouldBe(
            "a&#124;b &#60;b&#62; &#91;x&#93;&#40;y&#41; &#96;c&#96; &#64;me &#35;1 &#58;&#43;1&#58; &#36;x&#36;");
}
