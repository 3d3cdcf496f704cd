namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DROP OWNED BY</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Roles">Whose objects and privileges go.</param>
public sealed record DropOwnedStatement(TextSpan Span, IReadOnlyList<QualifiedName> Roles) : DropStatement(Span);
