namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET CONSTRAINTS</c>: when they are checked in this transaction.</summary>
/// <param name="Span">The whole statement.</param>
public sealed record SetConstraintsStatement(TextSpan Span) : SetStatement(Span);
