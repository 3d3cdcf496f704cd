namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>DISABLE TRIGGER</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Trigger">Its name; <c>all</c> and <c>user</c> are several.</param>
public sealed record DisableTriggerAction(TextSpan Span, Identifier Trigger) : AlterAction(Span);
