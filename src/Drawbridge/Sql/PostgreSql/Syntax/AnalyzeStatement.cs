namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ANALYZE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Tables">The tables; empty for all.</param>
public sealed record AnalyzeStatement(TextSpan Span, IReadOnlyList<QualifiedName> Tables) : StatementSyntax(Span);
