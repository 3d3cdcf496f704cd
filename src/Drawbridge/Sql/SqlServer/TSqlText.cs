using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>A script as the tokens that ScriptDom finds in it.</summary>
internal sealed class TSqlText
{
    private TSqlText(string text, IReadOnlyList<TSqlParserToken> tokens) => (Text, Tokens) = (text, tokens);

    /// <summary>The script.</summary>
    public string Text { get; }

    /// <summary>In order and without gaps, from behind a byte-order mark to the end or to what never ends.</summary>
    public IReadOnlyList<TSqlParserToken> Tokens { get; }

    /// <summary>Where a string, a name or a comment begins that never ends; null when all end.</summary>
    public int? Unfinished
    {
        get
        {
            var end = Tokens is [.., var last] ? Behind(last) : Start(Text);
            return end < Text.Length ? end : null;
        }
    }

    /// <summary>The tokens of a text.</summary>
    public static TSqlText Of(string text)
    {
        var start = Start(text);
        var end = CommentDepth.FirstTooDeep(text) ?? text.Length;
        using var reader = new StringReader(start == 0 && end == text.Length ? text : text[start..end]);
        var tokens = new NewestSqlParser(initialQuotedIdentifiers: true).GetTokenStream(reader, out _, start, 1, 1);
        return new TSqlText(text, [.. tokens.Where(token => token.TokenType != TSqlTokenType.EndOfFile)]);
    }

    /// <summary>The offset just behind a token.</summary>
    public static int Behind(TSqlParserToken token) => token.Offset + token.Text.Length;

    /// <summary>Whether it is neither space nor comment.</summary>
    public static bool IsWord(TSqlParserToken token) => token.TokenType
        is not (TSqlTokenType.WhiteSpace or TSqlTokenType.SingleLineComment or TSqlTokenType.MultilineComment);

    /// <summary>Whether a line ends in it that is no part of a comment or a string.</summary>
    public static bool EndsLine(TSqlParserToken token) =>
        token.TokenType == TSqlTokenType.WhiteSpace && token.Text.AsSpan().ContainsAny('\r', '\n');

    /// <summary>Whether it is a word, in any case.</summary>
    public static bool Is(TSqlParserToken token, string word) =>
        string.Equals(token.Text, word, StringComparison.OrdinalIgnoreCase);

    private static int Start(string text) => text is ['\uFEFF', ..] ? 1 : 0;
}
