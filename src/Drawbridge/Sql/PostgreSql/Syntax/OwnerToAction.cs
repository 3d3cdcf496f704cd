namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>OWNER TO</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Role">The new owner.</param>
public sealed record OwnerToAction(TextSpan Span, Identifier Role) : AlterAction(Span);
