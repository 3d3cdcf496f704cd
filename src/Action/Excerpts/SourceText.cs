using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

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
}
