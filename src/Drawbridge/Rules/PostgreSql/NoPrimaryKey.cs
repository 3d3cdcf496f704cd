using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A new table whose rows nothing tells apart.</summary>
internal sealed class NoPrimaryKey : StatementRule<CreateTableStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override bool MayConcern(CreateTableStatement table) =>
        !table.AllConstraints.Any(constraint => constraint.Kind == ConstraintKind.PrimaryKey);

    /// <summary>A partition has its parent's key, and LIKE may copy one.</summary>
    protected override IEnumerable<Finding> Check(CreateTableStatement table, StatementContext at) =>
        table is { IsTemporary: false, IsForeign: false, PartitionOf: null, Like: [] } && !HasKey(at, table)
            ? at.Table(table.Name)?.KeyLikeIndex is { } index ? [Find(
                at,
                table.Name.Span,
                $"The new table '{table.Name}' has a unique index but no primary key, so logical replication can't "
                    + "change its rows.",
                $"Write 'PRIMARY KEY ({index})' in place of the unique index: it refuses the same rows.")]
            : [Find(
                at,
                table.Name.Span,
                $"The new table '{table.Name}' has no primary key, so logical replication can't change its rows and "
                    + "nothing tells two of them apart.",
                table.Query is not null
                    ? $"Add 'ALTER TABLE {table.Name.Text} ADD PRIMARY KEY (…);' behind it, over the columns that "
                        + "identify a row."
                    : "Add 'PRIMARY KEY (…)' over the columns that identify a row, or a column 'id bigint GENERATED "
                        + "ALWAYS AS "
                        + "IDENTITY PRIMARY KEY'.")]
            : [];

    private static bool HasKey(StatementContext at, CreateTableStatement table) =>
        table.AllConstraints.Any(constraint => constraint.Kind == ConstraintKind.PrimaryKey)
        || at.Table(table.Name) is { HasPrimaryKey: true };
}
