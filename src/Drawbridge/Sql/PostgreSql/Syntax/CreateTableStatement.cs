namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary><c>CREATE [FOREIGN] TABLE</c></summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Name">The new table.</param>
public sealed record CreateTableStatement(TextSpan Span, QualifiedName Name) : StatementSyntax(Span)
{
    /// <summary><c>IF NOT EXISTS</c></summary>
    public bool IfNotExists { get; init; }

    /// <summary><c>TEMPORARY</c>: gone when the session ends.</summary>
    public bool IsTemporary { get; init; }

    /// <summary><c>UNLOGGED</c></summary>
    public bool IsUnlogged { get; init; }

    /// <summary><c>FOREIGN TABLE</c></summary>
    public bool IsForeign { get; init; }

    /// <summary>The parent after <c>PARTITION OF</c>.</summary>
    public QualifiedName? PartitionOf { get; init; }

    /// <summary>The type after <c>OF</c>.</summary>
    public QualifiedName? OfType { get; init; }

    /// <summary>Where <c>PARTITION BY …</c> stands: it is a partitioned table, without rows of its own.</summary>
    public TextSpan? PartitionBy { get; init; }

    /// <summary>Its columns, in order.</summary>
    public IReadOnlyList<ColumnDefinition> Columns { get; init; } = [];

    /// <summary>The constraints written beside its columns, not within them.</summary>
    public IReadOnlyList<TableConstraint> Constraints { get; init; } = [];

    /// <summary>The tables of <c>LIKE</c>.</summary>
    public IReadOnlyList<QualifiedName> Like { get; init; } = [];

    /// <summary>The tables of <c>INHERITS</c>.</summary>
    public IReadOnlyList<QualifiedName> Inherits { get; init; } = [];

    /// <summary>What follows <c>AS</c>.</summary>
    public SqlExpression? Query { get; init; }

    /// <summary>Its constraints, those within columns too.</summary>
    public IEnumerable<TableConstraint> AllConstraints => Columns.SelectMany(column => column.Constraints).Concat(Constraints);
}
