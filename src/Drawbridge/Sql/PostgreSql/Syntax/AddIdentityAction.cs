namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER COLUMN … ADD GENERATED … AS IDENTITY</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
public sealed record AddIdentityAction(TextSpan Span, Identifier Column) : AlterAction(Span);
