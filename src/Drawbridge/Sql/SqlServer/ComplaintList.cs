namespace Drawbridge.Sql.SqlServer;

/// <summary>Collects what is wrong with a script.</summary>
internal sealed class ComplaintList(string text, LineMap lines)
{
    private const int LongestExcerpt = 40;

    private readonly List<SqlSyntaxError> _complaints = [];

    /// <summary>Adds one.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="message">Made of the line in which it begins.</param>
    /// <param name="remedy">What to do.</param>
    public void Add(SyntaxErrorKind kind, int offset, Func<int, string> message, string remedy)
    {
        if (_complaints.Count < SqlScript.MostErrors)
        {
            var position = lines.Locate(offset);
            _complaints.Add(new SqlSyntaxError(kind, message(position.Line), remedy, position));
        }
    }

    /// <summary>All of them, and others, in the order of the text.</summary>
    public IReadOnlyList<SqlSyntaxError> InOrder(IEnumerable<SqlSyntaxError> more) =>
        [.. _complaints.Concat(more).OrderBy(error => error.Position.Offset).Take(SqlScript.MostErrors)];

    /// <summary>The text from an offset to the next space, short enough for a message.</summary>
    public string Excerpt(int offset)
    {
        var rest = text.AsSpan(Math.Min(offset, text.Length));
        var length = rest.IndexOfAny(" \t\r\n;");
        var words = length < 0 ? rest : rest[..Math.Max(length, 1)];
        return words[..Math.Min(words.Length, LongestExcerpt)].ToString();
    }
}
