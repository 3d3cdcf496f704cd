namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ALTER TYPE … RENAME VALUE … TO …</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The enum.</param>
/// <param name="Label">The old label.</param>
/// <param name="NewLabel">The new label.</param>
public sealed record AlterTypeRenameValueStatement(TextSpan Span, QualifiedName Name, StringLiteral Label, StringLiteral NewLabel) : StatementSyntax(Span);
