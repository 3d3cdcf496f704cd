namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET LOGGED</c> or <c>SET UNLOGGED</c>: rewrites the table.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="IsLogged">Not <c>UNLOGGED</c>.</param>
public sealed record SetLoggedAction(TextSpan Span, bool IsLogged) : AlterAction(Span);
