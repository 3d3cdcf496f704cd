namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>GRANT</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Grantees">Who gets something.</param>
public sealed record GrantStatement(TextSpan Span, IReadOnlyList<Grantee> Grantees) : PrivilegeStatement(Span, Grantees);
