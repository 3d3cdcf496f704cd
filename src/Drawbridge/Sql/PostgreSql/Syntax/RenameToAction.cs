namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>RENAME TO</c>: the table or object itself.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="NewName">Its new name.</param>
public sealed record RenameToAction(TextSpan Span, Identifier NewName) : AlterAction(Span);
