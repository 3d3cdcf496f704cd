namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>SET</c> of something that holds from here on.</summary>
/// <param name="Span">The whole statement.</param>
public abstract record SetStatement(TextSpan Span) : StatementSyntax(Span);
