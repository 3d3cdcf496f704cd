namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CLUSTER</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Table">The table; null for all.</param>
public sealed record ClusterStatement(TextSpan Span, QualifiedName? Table) : StatementSyntax(Span);
