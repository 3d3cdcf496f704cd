namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DELETE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Target">The table.</param>
public sealed record DeleteStatement(TextSpan Span, QualifiedName Target) : WriteStatement(Span, Target);
