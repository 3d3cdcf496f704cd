using System.Globalization;
using System.Text;

namespace Drawbridge.GitHubAction.GitHub;

/// <summary>
/// Text from a pull request, made safe to look at: what is invisible, moves the cursor or turns the reading direction
/// becomes a visible <c>\u{202E}</c>.
/// </summary>
internal static class PlainText
{
    /// <summary>One line: line breaks become visible too.</summary>
    public static string Of(string text) => Of(text, keepLines: false);

    /// <summary>Several lines: LF and tabs stay.</summary>
    public static string Lines(string text) => Of(text, keepLines: true);

    private static string Of(string text, bool keepLines)
    {
        if (text.All(character => character is >= ' ' and <= '~'))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var stays = rune.Value is '\n' or '\t' ? keepLines : IsVisible(rune);
            _ = stays ? safe.Append(rune.ToString()) : safe.Append($"\\u{{{rune.Value:X}}}");
        }

        return safe.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
