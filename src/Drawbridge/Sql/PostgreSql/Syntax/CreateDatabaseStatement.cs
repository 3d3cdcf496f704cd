namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE DATABASE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The new database.</param>
public sealed record CreateDatabaseStatement(TextSpan Span, Identifier Name) : StatementSyntax(Span);
