namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>EXPLAIN</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Statement">What is explained.</param>
public sealed record ExplainStatement(TextSpan Span, StatementSyntax Statement) : StatementSyntax(Span)
{
    /// <summary><c>ANALYZE</c>: it is run.</summary>
    public bool IsAnalyze { get; init; }
}
