namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>What begins, ends or marks a transaction.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Verb">What it does.</param>
public sealed record TransactionControlStatement(TextSpan Span, TransactionVerb Verb) : StatementSyntax(Span);
