using System.Text;
using System.Text.RegularExpressions;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Text from a pull request inside GitHub's Markdown: shown as it is, never obeyed.</summary>
internal static partial class Markdown
{
    /// <summary>
    /// What begins a mention or a reference, or joins the two halves of one: <c>@team</c>, <c>#1</c>, <c>GH-1</c>.
    /// </summary>
    private const string Linking = "@#-";

    private const string Nothing = "<!-- -->";

    private const string Special = @"\`*_{}[]()<>#+-.!|~@&:$^=";

    /// <summary>
    /// One line of plain text, for a sentence or a table cell: no link, mention, image, HTML or formula comes of it.
    /// </summary>
    public static string Text(string text) => Escape(PlainText.Of(text));

    /// <summary>
    /// One line in the fixed-width face; entities, because backticks in the text would end a code span.
    /// </summary>
    public static string Code(string text) => $"<code>{Text(text)}</code>";

    /// <summary>
    /// A sentence of a comment. What it quotes is in the fixed-width face; and nobody is told of it, no issue linked:
    /// GitHub looks for names in the text as it is shown, where an entity is a character like any other, but neither in
    /// code nor across two pieces of text.
    /// </summary>
    public static string Sentence(string text)
    {
        var sentence = new StringBuilder();
        var at = 0;
        foreach (var quote in Quote().EnumerateMatches(text))
        {
            sentence.Append(Unlinked(text[at..quote.Index]));
            sentence.Append(Code(text[(quote.Index + 1)..(quote.Index + quote.Length - 1)]));
            at = quote.Index + quote.Length;
        }

        return sentence.Append(Unlinked(text[at..])).ToString();
    }

    /// <summary>
    /// A block in the fixed-width face, of lines in which every character is visible already; tabs stay.
    /// </summary>
    public static string Block(IEnumerable<string> lines) => $"<pre>{Escape(string.Join('\n', lines))}</pre>\n";

    /// <summary>
    /// What can be unfolded. GitHub reads Markdown in it again, because blank lines stand around that.
    /// </summary>
    /// <param name="title">What is always seen, as HTML: what <see cref="Text"/> and <see cref="Code"/> make is both.</param>
    /// <param name="content">Markdown.</param>
    /// <param name="isOpen">Whether it is unfolded from the start.</param>
    public static string Folded(string title, string content, bool isOpen) =>
        $"<details{(isOpen ? " open" : "")}><summary>{title}</summary>\n\n{content.Trim('\n')}\n\n</details>\n\n";

    private static string Unlinked(string text) =>
        Linking.Select(character => Text($"{character}")).Aggregate(
            Text(text), (written, entity) => written.Replace(entity, entity + Nothing, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\w'])'[^'\r\n]+'(?![\w'])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quote();

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = Special.Contains(character, StringComparison.Ordinal)
                ? escaped.Append("&#").Append((int)character).Append(';')
                : escaped.Append(character);
        }

        return escaped.ToString();
    }
}
