using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A constraint whose index is built while nobody can use the table.</summary>
internal sealed class BlockingConstraint : StatementRule<AlterTableStatement>
{
    private const string Exclusion =
        "There is no way that blocks nobody: apply it when the table is small or at a quiet hour, and say so in an "
            + "ignore directive.";

    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        from constraint in at.ConstraintsOnFilled(alter)
        where constraint is { Kind: ConstraintKind.Unique or ConstraintKind.PrimaryKey or ConstraintKind.Exclude, UsingIndex: null }
        select Find(
            at,
            constraint.Span,
            $"The index of '{at.Quote(constraint.Span)}' is built while nobody can read or write '{alter.Name}'.",
            constraint.Kind == ConstraintKind.Exclude ? Exclusion : Remedy(at, alter.Name, constraint));

    private static string Remedy(StatementContext at, QualifiedName table, TableConstraint constraint)
    {
        if (at.Table(table) is { IsPartitioned: true })
        {
            return $"Build the index of '{table}' with 'CREATE UNIQUE INDEX … ON ONLY {table.Text} …', then one "
                + "CONCURRENTLY for each partition, and attach them.";
        }

        var isKey = constraint.Kind == ConstraintKind.PrimaryKey;
        var columns = constraint.Columns.Select(column => column.Text).ToList();
        var name = constraint.Name?.Text ?? (isKey ? $"{table.Name}_pkey" : $"{table.Name}_{string.Join('_', constraint.Columns)}_key");
        return $"Write 'CREATE UNIQUE INDEX CONCURRENTLY {name} ON {table.Text} ({string.Join(", ", columns)})' in a script of its own, "
            + $"and in a later one 'ALTER TABLE {table.Text} ADD CONSTRAINT {name} {(isKey ? "PRIMARY KEY" : "UNIQUE")} USING INDEX {name}'.";
    }
}
