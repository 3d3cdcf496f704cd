namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER COLUMN … SET EXPRESSION AS (…)</c>, since version 17: rewrites a stored column.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
/// <param name="Value">The new expression, without its parentheses.</param>
public sealed record SetExpressionAction(TextSpan Span, Identifier Column, SqlExpression Value) : AlterAction(Span);
