using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A foreign key that checks every row that is there while nobody can write to either table.</summary>
internal sealed class ForeignKeyValidation : StatementRule<AlterTableStatement>
{
    /// <summary>
    /// Since this version a foreign key of a partitioned table can be added without looking at its rows.
    /// </summary>
    private const int NotValidOnPartitioned = 18;

    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        Constraints(alter, at).Select(constraint => Find(at, alter.Name, constraint));

    /// <summary>A new column without a default is null in every row, so the server checks nothing.</summary>
    private static IEnumerable<TableConstraint> Constraints(AlterTableStatement alter, StatementContext at) =>
        at.ActionsOnFilled<AddConstraintAction>(alter).Select(add => add.Constraint)
            .Concat(at.ActionsOnFilled<AddColumnAction>(alter).Where(add => add.Column.Default is not null).SelectMany(add => add.Column.Constraints))
            .Where(constraint => constraint is { Kind: ConstraintKind.ForeignKey, NotValid: null, IsNotEnforced: false });

    private Finding Find(StatementContext at, QualifiedName table, TableConstraint constraint)
    {
        var name = constraint.Name?.Text ?? $"{table.Name}_{string.Join('_', constraint.Columns)}_fkey";
        return Find(
            at,
            constraint.Span,
            $"The foreign key '{name}' is checked for every row of '{table}' while nobody can write to it or to "
                + $"'{constraint.ReferencedTable}'.",
            at.ServerVersion < NotValidOnPartitioned && at.Table(table) is { IsPartitioned: true }
                ? $"Add it NOT VALID to each partition and validate it there in later scripts; then '{table}' takes "
                    + "these over."
                : $"Write 'ALTER TABLE {table.Text} ADD {Definition(at, name, constraint)} NOT VALID', and in a "
                    + $"later script 'ALTER TABLE {table.Text} VALIDATE CONSTRAINT {name}'.");
    }

    private static string Definition(StatementContext at, string name, TableConstraint constraint) =>
        (constraint.Name, constraint.Columns) switch
        {
            (not null, _) => at.Quote(constraint.Span),
            (null, _) => $"CONSTRAINT {name} FOREIGN KEY ({string.Join(", ", constraint.Columns.Select(column => column.Text))}) REFERENCES {constraint.ReferencedTable?.Text}"
                + (constraint.ReferencedColumns is [] ? "" : $" ({string.Join(", ", constraint.ReferencedColumns.Select(column => column.Text))})"),
        };
}
