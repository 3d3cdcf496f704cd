namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER SYSTEM</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Setting">The setting; null for <c>RESET ALL</c>.</param>
public sealed record AlterSystemStatement(TextSpan Span, string? Setting) : StatementSyntax(Span);
