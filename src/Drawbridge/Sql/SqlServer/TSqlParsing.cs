using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>Lets ScriptDom parse.</summary>
internal static class TSqlParsing
{
    /// <summary>The statements of a batch or a part of one; none, but an error, when it can't be parsed.</summary>
    public static (IReadOnlyList<TSqlStatement> Statements, ParseError? Error) Parse(
        IReadOnlyList<TSqlParserToken> tokens)
    {
        var parser = new NewestSqlParser(initialQuotedIdentifiers: true);
        var fragment = parser.Parse([.. tokens, End(tokens[^1])], out var errors);
        return errors is [var error, ..]
            ? ([], error)
            : ([.. ((TSqlScript)fragment).Batches.SelectMany(batch => batch.Statements)], null);
    }

    /// <summary>Whether a text is one complete condition.</summary>
    public static bool IsCondition(string text)
    {
        if (Nesting.IsTooDeep(TSqlText.Of(text).Tokens))
        {
            return false;
        }

        using var reader = new StringReader(text);
        _ = new NewestSqlParser(initialQuotedIdentifiers: true).ParseBooleanExpression(reader, out var errors);
        return errors.Count == 0;
    }

    private static TSqlParserToken End(TSqlParserToken last) =>
        new(TSqlTokenType.EndOfFile, TSqlText.Behind(last), "", last.Line, last.Column);
}
