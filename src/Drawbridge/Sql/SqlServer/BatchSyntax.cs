using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>What the statements of a batch say, as ScriptDom parses them.</summary>
/// <param name="statements">The statements.</param>
/// <param name="fragments">One for each, null where nothing can be parsed.</param>
internal sealed class BatchSyntax(IReadOnlyList<SqlStatement> statements, IReadOnlyList<TSqlStatement?> fragments)
{
    /// <summary>Parses each statement.</summary>
    public BatchSyntax(IReadOnlyList<SqlStatement> statements)
        : this(statements, [.. statements.Select(Parse)])
    {
    }

    /// <summary>Each statement that can be parsed, with what it says.</summary>
    public IEnumerable<(SqlStatement Statement, TSqlStatement Fragment)> Statements =>
        from pair in statements.Zip(fragments)
        where pair.Second is not null
        select pair;

    /// <summary>Where it stands in the script; MERGE needs its semicolon.</summary>
    private static TSqlStatement? Parse(SqlStatement statement)
    {
        if (statement.Kind == StatementKind.Unparsed)
        {
            return null;
        }

        using var reader = new StringReader($"{statement.Text};");
        var parser = new NewestSqlParser(initialQuotedIdentifiers: true);
        var script = parser.Parse(reader, out var errors, statement.Offset, statement.Line, statement.Column);
        return errors.Count == 0
            ? ((TSqlScript)script).Batches.SelectMany(batch => batch.Statements).FirstOrDefault()
            : null;
    }
}
