namespace Drawbridge.Tests.Sql.PostgreSql.Generated;

/// <summary>Whitespace and comments, found without the reader that is on trial.</summary>
internal static class Comments
{
    /// <summary>Where the first token at or behind a place begins.</summary>
    public static int EndFrom(int at, string text)
    {
        while (at < text.Length)
        {
            var end = char.IsWhiteSpace(text[at]) && text[at] < '\u0080' ? at + 1
                : text.AsSpan(at).StartsWith("--") ? EndOfLine(at, text)
                : text.AsSpan(at).StartsWith("/*") ? EndOfBlock(at, text)
                : at;
            if (end == at)
            {
                break;
            }

            at = end;
        }

        return at;
    }

    private static int EndOfLine(int at, string text) =>
        text.IndexOfAny(['\n', '\r'], at) is var end and >= 0 ? end : text.Length;

    private static int EndOfBlock(int at, string text)
    {
        var depth = 0;
        while (at < text.Length)
        {
            var mark = text.AsSpan(at, Math.Min(2, text.Length - at));
            depth += mark switch { "/*" => 1, "*/" => -1, _ => 0 };
            at += mark is "/*" or "*/" ? 2 : 1;
            if (depth == 0)
            {
                break;
            }
        }

        return at;
    }
}
