namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>UPDATE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Target">The table.</param>
public sealed record UpdateStatement(TextSpan Span, QualifiedName Target) : WriteStatement(Span, Target);
