namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER DEFAULT PRIVILEGES</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Change">The GRANT or REVOKE that it ends with: what objects to come get, or don't.</param>
public sealed record AlterDefaultPrivilegesStatement(TextSpan Span, PrivilegeStatement Change) : StatementSyntax(Span);
