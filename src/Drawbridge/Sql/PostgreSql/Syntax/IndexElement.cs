namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>One thing that an index is made of.</summary>
/// <param name="Column">The column; null for an expression.</param>
/// <param name="Expression">The column or expression, without its order and operator class.</param>
/// <param name="Span">All of it.</param>
public sealed record IndexElement(Identifier? Column, SqlExpression Expression, TextSpan Span);
