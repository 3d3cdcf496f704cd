namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>COMMENT ON</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Kind">What is described.</param>
/// <param name="Name">Its name, of a column the last two parts; null for what has none, like a cast.</param>
public sealed record CommentStatement(TextSpan Span, ObjectKind Kind, QualifiedName? Name) : StatementSyntax(Span);
