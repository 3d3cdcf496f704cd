namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>REFRESH MATERIALIZED VIEW</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The view.</param>
public sealed record RefreshMaterializedViewStatement(TextSpan Span, QualifiedName Name) : StatementSyntax(Span)
{
    /// <summary><c>CONCURRENTLY</c></summary>
    public bool IsConcurrent { get; init; }

    /// <summary><c>WITH NO DATA</c></summary>
    public bool IsWithoutData { get; init; }
}
