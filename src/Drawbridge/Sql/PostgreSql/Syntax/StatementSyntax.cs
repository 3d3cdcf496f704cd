namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What a statement says, as far as rules and the runner care.</summary>
/// <param name="Span">The whole statement, in the script.</param>
public abstract record StatementSyntax(TextSpan Span);
