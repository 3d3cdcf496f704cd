namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ENABLE | DISABLE | FORCE | NO FORCE ROW LEVEL SECURITY</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Mode">What becomes of it.</param>
public sealed record SetRowSecurityAction(TextSpan Span, RowSecurity Mode) : AlterAction(Span);
