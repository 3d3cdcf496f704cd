using Drawbridge.Sql;

namespace Drawbridge.GitHubAction.Excerpts;

/// <summary>A file that remarks point at.</summary>
internal sealed class SourceText
{
    private readonly string _text;
    private readonly LineMap _lines;
    private readonly IReadOnlyList<TextSpan> _private;

    /// <summary>A file of which every line may be shown.</summary>
    public SourceText(string text) => (_text, _lines, _private) = (text, new LineMap(text), []);

    /// <summary>A script; rows and passwords in it stay out of every log.</summary>
    public SourceText(SqlScript script) =>
        (_text, _lines, _private) = (script.Text, script.Lines, PrivateText.In(script));

    /// <summary>The excerpt around a part; null when there is no such line, or one that no log may show.</summary>
    public Excerpt? Show(Mark mark, int width = Excerpt.UsualWidth) =>
        _lines.Line(mark.Line) is { } line && !_private.Any(part => part.Offset < line.End && line.Offset < part.End)
            ? Excerpt.Of(_text.Substring(line.Offset, line.Length), mark, width)
            : null;

    /// <summary>
    /// The marked line among others of the same statement, as far as none of them is one that no log may show; null
    /// when the marked one is, or when there is none.
    /// </summary>
    /// <param name="mark">What is meant.</param>
    /// <param name="first">The first line to show, if it is not too far.</param>
    /// <param name="last">The last.</param>
    public Passage? Show(Mark mark, int first, int last)
    {
        if (Show(mark) is not { } marked)
        {
            return null;
        }

        var above = Others(mark.Line, Math.Max(first, mark.Line - Passage.Reach), step: -1);
        var below = Others(mark.Line, Math.Min(last, mark.Line + Passage.Reach), step: +1);
        return Passage.Of(
            [.. Enumerable.Reverse(above), marked, .. below],
            mark.Line,
            isCutBefore: mark.Line - above.Count > first,
            isCutBehind: mark.Line + below.Count < last);
    }

    private List<Excerpt> Others(int from, int to, int step)
    {
        var lines = new List<Excerpt>();
        for (var number = from + step; step * (to - number) >= 0 && Show(Mark.At(number, column: null)) is { } line; number += step)
        {
            lines.Add(line);
        }

        return lines;
    }
}
