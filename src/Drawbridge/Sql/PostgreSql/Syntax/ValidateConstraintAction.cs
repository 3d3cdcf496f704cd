namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>VALIDATE CONSTRAINT</c></summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Constraint">Its name.</param>
public sealed record ValidateConstraintAction(TextSpan Span, Identifier Constraint) : AlterAction(Span);
