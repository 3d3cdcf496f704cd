namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>An action that no rule asks for.</summary>
/// <param name="Span">Where it stands.</param>
public sealed record OtherAction(TextSpan Span) : AlterAction(Span);
