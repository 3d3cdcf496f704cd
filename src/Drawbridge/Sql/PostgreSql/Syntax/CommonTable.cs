namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>One query of <c>WITH</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">What it does: mostly a <see cref="SelectStatement"/>.</param>
public sealed record CommonTable(Identifier Name, StatementSyntax Query);
