using System.Buffers;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Sql;

/// <summary>
/// The parts of a script that no report shows, although the repository holds them: the rows below COPY, passwords, and
/// the secrets of T-SQL's credentials.
/// </summary>
public static class PrivateText
{
    private static readonly KeywordSearch Password = new("password");
    private static readonly KeywordSearch Secret = new("secret");
    private static readonly KeywordSearch Address = new("://");
    private static readonly SearchValues<char> EndsUser = SearchValues.Create(" \t\r\n'\"/@");

    /// <summary>Where such parts stand.</summary>
    public static IReadOnlyList<TextSpan> In(SqlScript script) =>
    [
        .. script.Statements.Select(statement => statement.CopyData).OfType<TextSpan>(),
        .. All(Password, script.Text, EndOfPassword),
        .. script.Batches is [] ? [] : All(Secret, script.Text, EndOfPassword),
        .. All(Address, script.Text, EndOfAddress),
    ];

    private static IEnumerable<TextSpan> All(KeywordSearch mark, string text, Func<string, int, int?> endBehind)
    {
        for (var at = 0; mark.Find(text, at) is { } found;)
        {
            at = found.End;
            if (endBehind(text, at) is { } end)
            {
                yield return new TextSpan(found.Offset, end - found.Offset);
                at = end;
            }
        }
    }

    /// <summary>
    /// <c>PASSWORD '…'</c>, <c>password=…</c>, <c>"password" '…'</c>, wherever it stands; null for a mere name.
    /// </summary>
    private static int? EndOfPassword(string text, int from)
    {
        var start = from < text.Length && text[from] == '"' ? from + 1 : from;
        var lexer = new Lexer(text, start);
        Token token;
        do
        {
            if (!lexer.Next(out token))
            {
                return null;
            }
        }
        while (token.IsComment);
        return token.Kind switch
        {
            TokenKind.String or TokenKind.DollarString => token.End,
            TokenKind.Operator when text[token.Start] == '=' => EndOfLine(text, PassSpace(text, token.End)),
            _ => null,
        };
    }

    /// <summary><c>postgres://user:secret@host</c>; null for an address that names nobody.</summary>
    private static int? EndOfAddress(string text, int from)
    {
        var length = text.AsSpan(from).IndexOfAny(EndsUser);
        return length >= 0 && text[from + length] == '@' ? EndOfLine(text, from) : null;
    }

    private static int PassSpace(string text, int from) => text.Length - text.AsSpan(from).TrimStart().Length;

    private static int EndOfLine(string text, int from)
    {
        var length = text.AsSpan(from).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : from + length;
    }
}
