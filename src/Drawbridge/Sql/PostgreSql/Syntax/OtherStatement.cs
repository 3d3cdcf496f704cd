namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A statement that nobody here needs to understand, or that can't be understood: never an error.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="FirstWord">What it begins with, in upper case.</param>
public sealed record OtherStatement(TextSpan Span, string FirstWord) : StatementSyntax(Span);
