using System.Text.RegularExpressions;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>The code of a function or DO block, where a script has it.</summary>
internal sealed class CodeBody(SqlScript script, SqlStatement statement, StringLiteral code)
{
    /// <summary>The statement that it is part of.</summary>
    public SqlStatement Statement { get; } = statement;

    /// <summary>What the server was given.</summary>
    public string Text => code.Value;

    /// <summary>The code that a statement carries; null when it carries none.</summary>
    public static CodeBody? Of(SqlScript script, SqlStatement statement) => statement.Syntax switch
    {
        DoStatement block => new CodeBody(script, statement, block.Body),
        CreateFunctionStatement { Code: { } code } => new CodeBody(script, statement, code),
        CreateFunctionStatement { Body: { } body } => new CodeBody(script, statement, AsLiteral(script, body)),
        _ => null,
    };

    /// <summary>Where a call stood, in the script; null when the body has no such line, so it is not the one.</summary>
    public int? OffsetOf(CallFrame frame) => frame switch
    {
        { Number: null } => (Statement.Syntax as CreateFunctionStatement)?.Name.Span.Offset ?? Statement.Offset,
        { Language: FrameLanguage.Sql, Number: { } number } => OffsetOfStatement(number),
        { Number: { } number } => OffsetOfLine(number, frame.Keyword),
    };

    /// <summary>Where a character of the text stands in the script.</summary>
    /// <param name="characters">1-based, in code points, as PostgreSQL counts.</param>
    public int OffsetOf(int characters) => code.OffsetOf(CodePoints.Skip(Text, characters - 1), script.Text);

    /// <summary>
    /// Where a place in a query stands that the body holds, at or behind a line; null when the body puts the query
    /// together in a way that can't be followed.
    /// </summary>
    public int? OffsetOf(string query, int characters, CallFrame frame)
    {
        if (frame is not { Language: FrameLanguage.PlPgSql, Number: { } number } || StartOfLine(number) is not { } from)
        {
            return null;
        }

        var at = CodePoints.Skip(query, characters - 1);
        return QueryInBody.Find(Text, from, query, at) is { } index ? code.OffsetOf(index, script.Text) : null;
    }

    private static StringLiteral AsLiteral(SqlScript script, TextSpan body) =>
        new(script.Text.Substring(body.Offset, body.Length), body) { Content = body };

    /// <summary>PL/pgSQL counts line feeds only.</summary>
    private int? StartOfLine(int number)
    {
        var at = 0;
        for (var line = 1; line < number; line++)
        {
            at = Text.IndexOf('\n', at) + 1;
            if (at == 0)
            {
                return null;
            }
        }

        return at;
    }

    private int? OffsetOfLine(int number, string? keyword)
    {
        if (StartOfLine(number) is not { } start)
        {
            return null;
        }

        var end = Text.IndexOf('\n', start);
        var line = end < 0 ? Text[start..] : Text[start..end];
        var indent = line.Length - line.TrimStart().Length;
        return code.OffsetOf(start + (OnlyPlaceOf(keyword, line) ?? indent), script.Text);
    }

    private static int? OnlyPlaceOf(string? keyword, string line)
    {
        const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;
        return keyword is not null && Regex.Matches(line, $@"\b{keyword}\b", Options) is [var only] ? only.Index : null;
    }

    private int? OffsetOfStatement(int number)
    {
        const string Atomic = "ATOMIC";
        var start = Text.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase)
            ? Math.Max(0, Text.IndexOf(Atomic, StringComparison.OrdinalIgnoreCase) + Atomic.Length)
            : 0;
        var statements = PostgreSqlReader.Read(Text[start..]).Statements;
        return number <= statements.Count ? code.OffsetOf(start + statements[number - 1].Offset, script.Text) : null;
    }
}
