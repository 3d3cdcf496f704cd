namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>RENAME CONSTRAINT a TO b</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Constraint">Its old name.</param>
/// <param name="NewName">Its new name.</param>
public sealed record RenameConstraintAction(TextSpan Span, Identifier Constraint, Identifier NewName) : AlterAction(Span);
