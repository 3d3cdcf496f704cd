using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Sql;

/// <summary>Collects what is wrong and words it.</summary>
internal sealed class ErrorList(string text)
{
    private const int LongestExcerpt = 40;

    private readonly List<SqlSyntaxError> _errors = [];

    public void Add(SyntaxErrorKind kind, int offset)
    {
        if (_errors.Count < SqlScript.MostErrors)
        {
            var position = new LineMap(text).Locate(offset);
            var (message, remedy) = Words(kind, position);
            _errors.Add(new SqlSyntaxError(kind, message, remedy, position));
        }
    }

    public IReadOnlyList<SqlSyntaxError> InOrder(IEnumerable<SqlSyntaxError> more) =>
        [.. _errors.Concat(more).OrderBy(error => error.Position.Offset).Take(SqlScript.MostErrors)];

    private (string Message, string Remedy) Words(SyntaxErrorKind kind, TextPosition at) => kind switch
    {
        SyntaxErrorKind.UnterminatedString =>
            (Began("string", at), "Close it with ' and write a ' inside it twice."),
        SyntaxErrorKind.UnterminatedIdentifier =>
            (Began("quoted name", at), "Close it with \" and write a \" inside it twice."),
        SyntaxErrorKind.UnterminatedDollarQuote =>
            (
                Began("dollar-quoted string", at),
                $"Close it with the same '{Excerpt(at.Offset)}' tag, in the same case."),
        SyntaxErrorKind.UnterminatedComment =>
            (Began("comment", at), "Close it with */, once for every /* inside it: comments nest."),
        SyntaxErrorKind.UnterminatedBody =>
            (Began("BEGIN ATOMIC body", at), "Close it with END, behind the semicolon of its last statement."),
        SyntaxErrorKind.UnclosedParenthesis =>
            (Began("parenthesis", at), "Close it before the statement ends."),
        SyntaxErrorKind.UnopenedParenthesis =>
            ($"The ')' at line {at.Line} closes nothing.", "Remove it, or add the '(' that it belongs to."),
        SyntaxErrorKind.PsqlCommand =>
            (
                $"'{Excerpt(at.Offset)}' at line {at.Line} is a command of psql, not SQL.",
                "Write it in SQL, or remove it."),
        SyntaxErrorKind.TextBeforeCopyData =>
            ($"'{Excerpt(at.Offset)}' at line {at.Line} stands where the data of COPY … FROM STDIN must follow.",
                "Start the data on the next line, and the next statement behind the line '\\.'."),
        SyntaxErrorKind.NulCharacter =>
            (
                $"The character NUL at line {at.Line} cannot be sent to a server.",
                "Remove it; save the file as UTF-8, not UTF-16."),
        _ =>
            ($"No statement starts with '{FirstToken(at.Offset)}' (line {at.Line}).", BeginningFor(FirstToken(at.Offset))),
    };

    private static string BeginningFor(string word) =>
        StatementKeywords.Nearest(word) is { } keyword ? $"Write '{keyword}' if you mean that." : "Remove it, or complete the statement.";

    private static string Began(string thing, TextPosition at) => $"The {thing} that began at line {at.Line} never ends.";

    /// <summary>What the server would take for the first word, without a comment that touches it.</summary>
    private string FirstToken(int offset)
    {
        var lexer = new Lexer(text, offset);
        return lexer.Next(out var token) ? Shown(text.AsSpan(token.Start..token.End)) : "";
    }

    /// <summary>Everything up to the next space.</summary>
    private string Excerpt(int offset)
    {
        var rest = text.AsSpan(offset).TrimStart();
        var length = rest.IndexOfAny(" \t\r\n;");
        return Shown(length < 0 ? rest : rest[..length]);
    }

    /// <summary>Short enough for a message.</summary>
    private static string Shown(ReadOnlySpan<char> words) => words[..Math.Min(words.Length, LongestExcerpt)].ToString();
}
