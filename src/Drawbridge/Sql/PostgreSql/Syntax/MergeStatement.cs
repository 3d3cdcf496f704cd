namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>MERGE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Target">The table.</param>
public sealed record MergeStatement(TextSpan Span, QualifiedName Target) : WriteStatement(Span, Target);
