namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>REVOKE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Grantees">Who loses something.</param>
public sealed record RevokeStatement(TextSpan Span, IReadOnlyList<Grantee> Grantees) : PrivilegeStatement(Span, Grantees);
