namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET NOT NULL</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column; null for a domain's own.</param>
public sealed record SetNotNullAction(TextSpan Span, Identifier? Column) : AlterAction(Span);
