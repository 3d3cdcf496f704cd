namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ADD COLUMN</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The new column.</param>
public sealed record AddColumnAction(TextSpan Span, ColumnDefinition Column) : AlterAction(Span)
{
    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }
}
