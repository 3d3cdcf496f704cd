using System.Text;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>Text from a pull request inside GitHub's Markdown: shown as it is, never obeyed.</summary>
internal static class Markdown
{
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
