using Drawbridge.Sql;
using Drawbridge.Tests.Sql.PostgreSql.Generated;

namespace Drawbridge.Tests.Sql.PostgreSql.Fuzzing;

/// <summary>What may stand between two statements, found without the reader that is on trial.</summary>
internal static class Gaps
{
    /// <summary>Where whitespace, comments, semicolons and commands of psql end.</summary>
    public static int EndFrom(int at, string text)
    {
        for (var last = -1; last != at;)
        {
            last = at;
            at = Comments.EndFrom(at, text);
            at = at == text.Length ? at : text[at] switch { ';' => at + 1, '\\' => EndOfLine(at, text), _ => at };
        }

        return at;
    }

    /// <summary>Behind the rows of a COPY, and behind the line that ends them.</summary>
    public static int EndOfRows(TextSpan rows, string text) =>
        !text.AsSpan(rows.End).StartsWith("\\.") ? rows.End
            : text.IndexOf('\n', rows.End) is var end and >= 0 ? end + 1
            : text.Length;

    private static int EndOfLine(int at, string text) =>
        text.IndexOfAny(['\n', '\r'], at) is var end and >= 0 ? end : text.Length;
}
