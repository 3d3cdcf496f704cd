namespace Drawbridge.Sql.PostgreSql;

/// <summary>
/// The lines of a script that hold <see cref="PrivateText"/>. It is read once; then a question is a search.
/// </summary>
public sealed class PrivateLines
{
    private readonly int[] _firsts;

    /// <summary>For each part, the last line of all parts up to it.</summary>
    private readonly int[] _lasts;

    /// <summary>Those of a script.</summary>
    public PrivateLines(SqlScript script)
    {
        var parts = PrivateText.In(script)
            .Select(part => (First: script.Lines.Locate(part.Offset).Line, Last: script.Lines.Locate(part.End).Line))
            .OrderBy(part => part.First)
            .ToList();
        _firsts = [.. parts.Select(part => part.First)];
        _lasts = new int[parts.Count];
        for (var index = 0; index < parts.Count; index++)
        {
            _lasts[index] = Math.Max(parts[index].Last, index == 0 ? 0 : _lasts[index - 1]);
        }
    }

    /// <summary>Whether one of these lines, counted from 1, is among them.</summary>
    public bool Meet(int firstLine, int lastLine)
    {
        var before = CountUpTo(lastLine);
        return before > 0 && _lasts[before - 1] >= firstLine;
    }

    /// <summary>How many parts begin in a line or above it.</summary>
    private int CountUpTo(int line)
    {
        var (from, to) = (0, _firsts.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _firsts[middle] <= line ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
