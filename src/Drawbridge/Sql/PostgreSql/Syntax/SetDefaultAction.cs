namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET DEFAULT</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column; null for a domain's own.</param>
/// <param name="Value">The new default.</param>
public sealed record SetDefaultAction(TextSpan Span, Identifier? Column, SqlExpression Value) : AlterAction(Span);
