namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A column of CREATE TABLE, ADD COLUMN or a composite type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; null where another table, type or query decides it.</param>
/// <param name="Span">The whole definition.</param>
public sealed record ColumnDefinition(Identifier Name, DataType? Type, TextSpan Span)
{
    /// <summary>The value of <c>DEFAULT</c>.</summary>
    public SqlExpression? Default { get; init; }

    /// <summary>Where <c>GENERATED … AS IDENTITY</c> stands.</summary>
    public TextSpan? Identity { get; init; }

    /// <summary>The expression of <c>GENERATED ALWAYS AS (…)</c>.</summary>
    public SqlExpression? Generated { get; init; }

    /// <summary>The generated value is <c>STORED</c>; not written, or <c>VIRTUAL</c>, it is computed when read.</summary>
    public bool IsStored { get; init; }

    /// <summary>What follows <c>COLLATE</c>.</summary>
    public QualifiedName? Collation { get; init; }

    /// <summary>The constraints written beside it, in order.</summary>
    public IReadOnlyList<TableConstraint> Constraints { get; init; } = [];

    /// <summary>Null is refused: by <c>NOT NULL</c>, a primary key, an identity or a serial type.</summary>
    public bool IsRequired => Find(ConstraintKind.NotNull) is not null || Find(ConstraintKind.PrimaryKey) is not null
        || Identity is not null || Type is { IsSerial: true };

    /// <summary>The first constraint of a kind.</summary>
    public TableConstraint? Find(ConstraintKind kind)
    {
        for (var at = 0; at < Constraints.Count; at++)
        {
            if (Constraints[at].Kind == kind)
            {
                return Constraints[at];
            }
        }

        return null;
    }
}
