namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE SCHEMA</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The new schema; null when it is called like the role of <c>AUTHORIZATION</c>.</param>
public sealed record CreateSchemaStatement(TextSpan Span, Identifier? Name) : StatementSyntax(Span)
{
    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }

    /// <summary>The role of <c>AUTHORIZATION</c>.</summary>
    public Identifier? Owner { get; init; }

    /// <summary>The statements inside it: their names without a schema are in this one.</summary>
    public IReadOnlyList<StatementSyntax> Elements { get; init; } = [];
}
