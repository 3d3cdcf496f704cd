namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>ADD CONSTRAINT</c>, named or not.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Constraint">The new constraint.</param>
public sealed record AddConstraintAction(TextSpan Span, TableConstraint Constraint) : AlterAction(Span);
