using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>Words what is wrong with T-SQL.</summary>
internal static class TSqlWords
{
    private const int LongestExcerpt = 40;
    private const int WrongWord = 46010;
    private const int EndOfText = 46029;

    /// <summary>What people misspell most, and what must not be taken for a name.</summary>
    private static readonly string[] Keywords =
    [
        "ALTER", "BEGIN", "CREATE", "DECLARE", "DELETE", "DROP", "EXECUTE", "FROM", "GRANT", "INSERT", "INTO", "MERGE",
        "PRINT", "PROCEDURE", "REVOKE", "SELECT", "TABLE", "TRUNCATE", "UPDATE", "VALUES", "WHERE", "WHILE",
    ];

    /// <summary>The tokens of a statement that are neither space nor comment, without its semicolons.</summary>
    public static List<TSqlParserToken> Of(TSqlStatement statement)
    {
        var (first, last) = (statement.FirstTokenIndex, statement.LastTokenIndex);
        var words = statement.ScriptTokenStream.Skip(first).Take(last - first + 1).Where(TSqlText.IsWord).ToList();
        while (words is [_, .., { TokenType: TSqlTokenType.Semicolon }])
        {
            words.RemoveAt(words.Count - 1);
        }

        return words;
    }

    /// <summary>What never ends, by its first character.</summary>
    public static (SyntaxErrorKind Kind, string Thing, string Remedy) ForUnfinished(char first) => first switch
    {
        '[' => (
            SyntaxErrorKind.UnterminatedIdentifier, "quoted name", "Close it with ] and write a ] inside it twice."),
        '"' => (
            SyntaxErrorKind.UnterminatedIdentifier, "quoted name", "Close it with \" and write a \" inside it twice."),
        '/' => (
            SyntaxErrorKind.UnterminatedComment,
            "comment",
            "Close it with */, once for every /* inside it: comments nest."),
        _ => (SyntaxErrorKind.UnterminatedString, "string", "Close it with ' and write a ' inside it twice."),
    };

    /// <summary>A parenthesis or a block without its partner.</summary>
    public static (Func<int, string> Message, string Remedy) ForFlaw(SyntaxErrorKind kind, string word) => kind switch
    {
        SyntaxErrorKind.UnclosedParenthesis =>
            (line => $"The parenthesis that began at line {line} never ends.", "Close it before the statement ends."),
        SyntaxErrorKind.UnopenedParenthesis =>
            (line => $"The ')' at line {line} closes nothing.", "Remove it, or add the '(' that it belongs to."),
        SyntaxErrorKind.UnterminatedBody =>
            (line => $"The '{word}' at line {line} has no END.", "Write END where it ends; no block can hold 'GO'."),
        _ => (
            line => $"The '{word}' at line {line} ends nothing.",
            "Remove it, or add the BEGIN or CASE that it belongs to."),
    };

    /// <summary>What ScriptDom can't parse.</summary>
    public static (Func<int, string> Message, string Remedy) For(
        ParseError error, IReadOnlyList<TSqlParserToken> words)
    {
        var near = words.FirstOrDefault(word => word.Offset == error.Offset)?.Text;
        var at = near is null ? $"behind '{Shown(words[^1].Text)}'" : $"near '{Shown(near)}'";
        var what = error.Number is WrongWord or EndOfText
            ? $"The syntax is wrong {at}"
            : error.Message.TrimEnd('.', ' ');
        return (line => $"{what} (line {line}).", RemedyFor(near));
    }

    /// <summary>
    /// A call without EXEC, which only the first statement of a batch may be: what else begins like that is misspelt.
    /// Null when all is well.
    /// </summary>
    public static (Func<int, string> Message, string Remedy)? ForCall(TSqlParserToken word, bool isFirst)
    {
        var keyword = Nearest(word.Text);
        if (word.TokenType is TSqlTokenType.Exec or TSqlTokenType.Execute || (isFirst && keyword is null))
        {
            return null;
        }

        var meant = keyword is null ? "" : $"'{keyword}' if you mean that, or ";
        return (
            line => $"No statement starts with '{Shown(word.Text)}' (line {line}).",
            $"Write {meant}'EXEC {Shown(word.Text)}' to call a procedure.");
    }

    private static string RemedyFor(string? near)
    {
        const string Vouch = "orrect the statement; or, if the server knows a syntax that is too new for this check, "
            + "say so above it: '-- drawbridge: ignore unparsed-statement <reason>'.";
        return near is not null && Nearest(near) is { } keyword
            ? $"Write '{keyword}' if you mean that; else c{Vouch}"
            : $"C{Vouch}";
    }

    /// <summary>
    /// The keyword that was probably meant: at most one letter in three is wrong; null when there is none.
    /// </summary>
    private static string? Nearest(string word) => word.Length > LongestExcerpt
        ? null
        : Keywords
            .Select(keyword => (Keyword: keyword, Distance: EditDistance.Between(word.ToUpperInvariant(), keyword)))
            .Where(candidate => candidate.Distance > 0 && candidate.Distance <= word.Length / 3)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Keyword)
            .FirstOrDefault();

    private static string Shown(string text)
    {
        var line = text.AsSpan(0, Math.Min(text.Length, LongestExcerpt));
        var end = line.IndexOfAny('\r', '\n');
        return (end < 0 ? line : line[..end]).ToString();
    }
}
