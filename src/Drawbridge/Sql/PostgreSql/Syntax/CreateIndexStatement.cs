namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE INDEX</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">Its name; null when the server names it.</param>
/// <param name="Table">The table.</param>
public sealed record CreateIndexStatement(TextSpan Span, Identifier? Name, QualifiedName Table) : StatementSyntax(Span)
{
    /// <summary><c>UNIQUE</c></summary>
    public bool IsUnique { get; init; }

    /// <summary><c>CONCURRENTLY</c></summary>
    public bool IsConcurrent { get; init; }

    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }

    /// <summary><c>ONLY</c>: not the partitions.</summary>
    public bool IsOnly { get; init; }

    /// <summary>Where <c>INDEX</c> stands: <c>CONCURRENTLY</c> belongs behind it.</summary>
    public TextSpan Keyword { get; init; }

    /// <summary>What follows <c>USING</c>; null for btree.</summary>
    public Identifier? Method { get; init; }

    /// <summary>What is indexed, in order.</summary>
    public IReadOnlyList<IndexElement> Elements { get; init; } = [];

    /// <summary>The columns of <c>INCLUDE</c>.</summary>
    public IReadOnlyList<Identifier> Include { get; init; } = [];

    /// <summary><c>NULLS NOT DISTINCT</c></summary>
    public bool AreNullsEqual { get; init; }

    /// <summary>What follows <c>WHERE</c>: only some rows are in it.</summary>
    public SqlExpression? Where { get; init; }
}
