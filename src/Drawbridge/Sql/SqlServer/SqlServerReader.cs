using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>Reads a SQL Server script: any text, and never an exception.</summary>
public static class SqlServerReader
{
    /// <summary>The script's batches, statements, directives and errors.</summary>
    public static SqlScript Read(string text)
    {
        var start = text is ['\uFEFF', ..] ? 1 : 0;
        using var reader = new StringReader(text[start..]);
        var parser = new NewestSqlParser(initialQuotedIdentifiers: true);
        var lines = new LineMap(text);
        var script = parser.Parse(reader, out var errors, start, 1, 1) as TSqlScript;
        var batches = (script?.Batches ?? []).Select(batch => Batch(text, batch, lines)).ToList();
        return new SqlScript(text, [.. batches.SelectMany(batch => batch.Statements)], [], [.. errors.Select(error => Error(error, lines))])
        {
            Batches = batches,
        };
    }

    private static SqlBatch Batch(string text, TSqlBatch batch, LineMap lines) =>
        new(text, lines.Locate(batch.StartOffset), batch.FragmentLength)
        {
            Statements = [.. batch.Statements.Select(statement =>
                new SqlStatement(text, lines.Locate(statement.StartOffset), statement.FragmentLength))],
        };

    private static SqlSyntaxError Error(ParseError error, LineMap lines) =>
        new(SyntaxErrorKind.NotAStatement, error.Message, "Correct it.", lines.Locate(error.Offset));
}
