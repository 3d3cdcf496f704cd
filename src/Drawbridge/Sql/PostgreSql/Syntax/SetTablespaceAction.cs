namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET TABLESPACE</c>: copies the whole table or index.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Tablespace">Its new tablespace.</param>
public sealed record SetTablespaceAction(TextSpan Span, Identifier Tablespace) : AlterAction(Span);
