using System.Globalization;
using System.Text;

namespace Drawbridge.Sql;

/// <summary>
/// Finds lines and columns in a text: for error positions, so it prefers little code to the last microsecond.
/// </summary>
public sealed class LineMap(string text)
{
    private const int ShownBefore = 80;
    private const int ShownAfter = 80;

    /// <summary>Line and column of an offset; one behind the text is its end.</summary>
    public TextPosition Locate(int offset) => new PositionCounter(text).At(Math.Clamp(offset, 0, text.Length));

    /// <summary>Where a server's error position points in the file.</summary>
    /// <param name="statement">The statement that was sent.</param>
    /// <param name="characters">1-based, in code points from the statement's start, as PostgreSQL counts.</param>
    public TextPosition Locate(SqlStatement statement, int characters)
    {
        var offset = statement.Offset;
        var end = statement.Offset + statement.Length;
        for (var skipped = 1; skipped < characters && offset < end; skipped++)
        {
            offset += IsPair(offset) ? 2 : 1;
        }

        return Locate(offset);
    }

    /// <summary>The line of a position and, below it, a caret under the column. A long line is cut around it.</summary>
    public string Snippet(TextPosition position)
    {
        var lineStart = text.AsSpan(0, position.Offset).LastIndexOfAny('\r', '\n') + 1;
        var rest = text.AsSpan(position.Offset).IndexOfAny('\r', '\n');
        var lineEnd = rest < 0 ? text.Length : position.Offset + rest;
        var from = Whole(Math.Max(lineStart, position.Offset - ShownBefore));
        var to = Whole(Math.Min(lineEnd, position.Offset + ShownAfter));

        var line = new StringBuilder(from > lineStart ? "…" : "");
        var caret = new StringBuilder(from > lineStart ? " " : "");
        foreach (var rune in text.AsSpan(from, to - from).EnumerateRunes())
        {
            line.Append(Rune.IsControl(rune) && rune.Value != '\t' ? "\uFFFD" : rune.ToString());
        }

        foreach (var rune in text.AsSpan(from, position.Offset - from).EnumerateRunes())
        {
            caret.Append(Below(rune));
        }

        return $"{line}{(to < lineEnd ? "…" : "")}\n{caret}^";
    }

    /// <summary>What takes as much room as the character above it.</summary>
    private static string Below(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value == '\t' => "\t",
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => "",
        _ => " ",
    };

    private int Whole(int offset) => offset > 0 && IsPair(offset - 1) ? offset - 1 : offset;

    private bool IsPair(int offset) =>
        offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]);
}
