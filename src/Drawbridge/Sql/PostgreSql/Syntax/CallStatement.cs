namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CALL</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The procedure.</param>
public sealed record CallStatement(TextSpan Span, QualifiedName Name) : StatementSyntax(Span);
