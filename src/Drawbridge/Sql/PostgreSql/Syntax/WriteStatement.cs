namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What writes rows of one table.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Target">The table.</param>
public abstract record WriteStatement(TextSpan Span, QualifiedName Target) : QueryStatement(Span)
{
    /// <summary>What follows <c>WHERE</c>: which rows are written. Always null for INSERT and MERGE.</summary>
    public SqlExpression? Where { get; init; }
}
