namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET ACCESS METHOD</c>: rewrites the table.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Method">The new method.</param>
public sealed record SetAccessMethodAction(TextSpan Span, Identifier Method) : AlterAction(Span);
