namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE EXTENSION</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The extension.</param>
public sealed record CreateExtensionStatement(TextSpan Span, Identifier Name) : StatementSyntax(Span)
{
    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }

    /// <summary>What follows <c>SCHEMA</c>.</summary>
    public Identifier? Schema { get; init; }

    /// <summary><c>CASCADE</c>: the extensions that it needs come too.</summary>
    public bool IsCascade { get; init; }
}
