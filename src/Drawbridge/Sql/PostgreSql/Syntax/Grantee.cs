namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>Who gets or loses a privilege.</summary>
/// <param name="Name">The role, <c>public</c> or <c>current_user</c>.</param>
/// <param name="IsPublic">Every role, by the unquoted word <c>PUBLIC</c>.</param>
public sealed record Grantee(Identifier Name, bool IsPublic);
