namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>RENAME COLUMN a TO b</c> of a table or view, or <c>RENAME ATTRIBUTE</c> of a composite type.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">Its old name.</param>
/// <param name="NewName">Its new name.</param>
public sealed record RenameColumnAction(TextSpan Span, Identifier Column, Identifier NewName) : AlterAction(Span);
