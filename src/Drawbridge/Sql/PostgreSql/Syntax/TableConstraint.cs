namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A constraint of a table, or the one of a column or domain.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Name">What follows <c>CONSTRAINT</c>; null when the server names it.</param>
/// <param name="Span">The whole constraint.</param>
public sealed record TableConstraint(ConstraintKind Kind, Identifier? Name, TextSpan Span)
{
    /// <summary>Its columns; beside a column: that one.</summary>
    public IReadOnlyList<Identifier> Columns { get; init; } = [];

    /// <summary>What CHECK asks, without its parentheses.</summary>
    public SqlExpression? Condition { get; init; }

    /// <summary>The table that a foreign key refers to.</summary>
    public QualifiedName? ReferencedTable { get; init; }

    /// <summary>The columns that a foreign key refers to; empty for the primary key.</summary>
    public IReadOnlyList<Identifier> ReferencedColumns { get; init; } = [];

    /// <summary>The index that <c>USING INDEX</c> takes over.</summary>
    public Identifier? UsingIndex { get; init; }

    /// <summary>Where <c>NOT VALID</c> stands: existing rows are not looked at.</summary>
    public TextSpan? NotValid { get; init; }

    /// <summary><c>DEFERRABLE</c></summary>
    public bool IsDeferrable { get; init; }

    /// <summary><c>INITIALLY DEFERRED</c></summary>
    public bool IsDeferred { get; init; }

    /// <summary><c>NOT ENFORCED</c>, since version 18: no row is looked at.</summary>
    public bool IsNotEnforced { get; init; }

    /// <summary><c>NO INHERIT</c></summary>
    public bool IsNotInherited { get; init; }
}
