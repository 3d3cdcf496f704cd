namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE [MATERIALIZED] VIEW</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The new view.</param>
public sealed record CreateViewStatement(TextSpan Span, QualifiedName Name) : StatementSyntax(Span)
{
    /// <summary><c>MATERIALIZED</c></summary>
    public bool IsMaterialized { get; init; }

    /// <summary><c>OR REPLACE</c></summary>
    public bool IsReplacing { get; init; }

    /// <summary><c>TEMPORARY</c></summary>
    public bool IsTemporary { get; init; }

    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }

    /// <summary>The column names in parentheses.</summary>
    public IReadOnlyList<Identifier> Columns { get; init; } = [];

    /// <summary>What follows <c>AS</c>, with <c>WITH NO DATA</c> and the like.</summary>
    public SqlExpression? Query { get; init; }
}
