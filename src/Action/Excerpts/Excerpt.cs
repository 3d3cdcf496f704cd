using System.Text;
using Drawbridge.Sql;

namespace Drawbridge.GitHubAction.Excerpts;

/// <summary>A line of a file and, below it, a mark under the part that is meant.</summary>
/// <param name="Number">The line's number.</param>
/// <param name="Source">The line, every character visible, cut around the part when it is long.</param>
/// <param name="Carets">What stands below it: blanks, then carets.</param>
internal sealed record Excerpt(int Number, string Source, string Carets)
{
    /// <summary>Where nobody says how wide the reader's window is.</summary>
    public const int UsualWidth = 100;

    private const char Cut = '…';

    /// <summary>As wide as the number.</summary>
    public string Blank => new(' ', $"{Number}".Length);

    /// <summary>Both rows behind a margin with the line's number.</summary>
    public IReadOnlyList<string> Rows => [$"{Number} | {Source}", $"{Blank} | {Carets}"];

    /// <summary>Shows a part of a line.</summary>
    /// <param name="line">The line, without its break.</param>
    /// <param name="mark">The part; what lies behind the line's end is its end.</param>
    /// <param name="width">The most cells of a terminal that the line may take.</param>
    public static Excerpt Of(string line, Mark mark, int width = UsualWidth)
    {
        var start = CodePoints.Skip(line, mark.From - 1);
        var end = Math.Max(start, CodePoints.Skip(line, mark.To - 1));
        var (from, to) = Window(line, start, width);
        var (before, behind) = (from > 0 ? $"{Cut}" : "", to < line.Length ? $"{Cut}" : "");
        var source = Join(line[from..to], character => character.Text);
        var blanks = Join(line[from..start], character => character.Blank);
        var carets = Join(line[start..Math.Clamp(end, start, to)], character => character.Underline);
        return new Excerpt(
            mark.Line,
            before + source + behind,
            new string(' ', before.Length) + blanks + (carets.Length == 0 ? "^" : carets));
    }

    /// <summary>
    /// The whole line when it fits; else what fits around an offset, half of it before where enough follows.
    /// </summary>
    private static (int From, int To) Window(string line, int at, int width)
    {
        if (at <= width && Forward(line, 0, width) == line.Length)
        {
            return (0, line.Length);
        }

        var from = Back(line, at, width / 2);
        var to = Forward(line, from, width);
        return to == line.Length ? (Back(line, to, width), to) : (from, to);
    }

    private static int Forward(string line, int from, int cells)
    {
        for (int at = from, room = cells, length; at < line.Length; at += length)
        {
            _ = Rune.DecodeFromUtf16(line.AsSpan(at), out var rune, out length);
            if ((room -= Room(rune)) < 0)
            {
                return at;
            }
        }

        return line.Length;
    }

    private static int Back(string line, int from, int cells)
    {
        for (int at = from, room = cells, length; at > 0; at -= length)
        {
            _ = Rune.DecodeLastFromUtf16(line.AsSpan(0, at), out var rune, out length);
            if ((room -= Room(rune)) < 0)
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>Combining marks take no room, and yet a thousand of them are too many.</summary>
    private static int Room(Rune rune) => Math.Max(1, ShownCharacter.Of(rune).Cells);

    private static string Join(string part, Func<ShownCharacter, string> piece) =>
        string.Concat(part.EnumerateRunes().Select(rune => piece(ShownCharacter.Of(rune))));
}
