using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>One thing that an index is made of.</summary>
/// <param name="Column">The column; null for an expression.</param>
/// <param name="Name">The column's name as written.</param>
/// <param name="Expression">What is no column.</param>
internal sealed record IndexPart(TableColumn? Column, Identifier? Name, SqlExpression? Expression)
{
    /// <summary>As written.</summary>
    public string Text => Name?.Text ?? Expression?.Text ?? "";
}
