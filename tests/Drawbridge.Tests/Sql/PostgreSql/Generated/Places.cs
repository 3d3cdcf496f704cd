using Drawbridge.Sql;

namespace Drawbridge.Tests.Sql.PostgreSql.Generated;

/// <summary>Lines and columns, counted slowly and plainly: one character after the other.</summary>
internal static class Places
{
    public static TextPosition Locate(string text, int offset)
    {
        var (line, column) = (1, 1);
        for (var at = text is ['\uFEFF', ..] ? 1 : 0; at < offset; at++)
        {
            var endsLine = text[at] == '\n' || text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n');
            var isHalf = char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]);
            (line, column) = endsLine ? (line + 1, 1) : (line, column + (isHalf ? 0 : 1));
        }

        return new TextPosition(offset, line, column);
    }
}
