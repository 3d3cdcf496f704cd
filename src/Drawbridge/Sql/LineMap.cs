namespace Drawbridge.Sql;

/// <summary>
/// Finds lines and columns in a text. It is read once; then a question costs no more than its own line.
/// </summary>
public sealed class LineMap(string text)
{
    private IReadOnlyList<int> Starts => field ??= FindLines();

    /// <summary>Line and column of an offset; one behind the text is its end.</summary>
    public TextPosition Locate(int offset)
    {
        var at = Math.Clamp(offset, 0, text.Length);
        var line = LineOf(at);
        var start = Starts[line];
        return new TextPosition(at, line + 1, CodePoints.Count(text.AsSpan(start..Math.Max(at, start))) + 1);
    }

    /// <summary>Where a server's error position points in the file.</summary>
    /// <param name="statement">The statement that was sent.</param>
    /// <param name="characters">1-based, in code points from the statement's start, as PostgreSQL counts.</param>
    public TextPosition Locate(SqlStatement statement, int characters) =>
        Locate(statement.Offset + CodePoints.Skip(text.AsSpan(statement.Offset, statement.Length), characters - 1));

    /// <summary>Where a line stands, without its line break; null when there is no such line.</summary>
    /// <param name="number">From 1.</param>
    public TextSpan? Line(int number)
    {
        if (number < 1 || number > Starts.Count)
        {
            return null;
        }

        var start = Starts[number - 1];
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        return new TextSpan(start, length < 0 ? text.Length - start : length);
    }

    private int LineOf(int offset)
    {
        var (first, last) = (0, Starts.Count - 1);
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            (first, last) = Starts[middle] <= offset ? (middle, last) : (first, middle - 1);
        }

        return first;
    }

    private List<int> FindLines()
    {
        var starts = new List<int> { text is ['\uFEFF', ..] ? 1 : 0 };
        for (var at = starts[0]; text.AsSpan(at).IndexOfAny('\r', '\n') is var found and >= 0;)
        {
            at += found + 1;
            if (text[at - 1] == '\n' || at == text.Length || text[at] != '\n')
            {
                starts.Add(at);
            }
        }

        return starts;
    }
}
