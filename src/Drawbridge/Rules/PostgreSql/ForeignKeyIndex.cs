using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// A foreign key whose columns have no index, so that every change of the other table reads this one.
/// </summary>
internal sealed class ForeignKeyIndex : StatementRule<CreateTableStatement, AlterTableStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<Finding> Check(CreateTableStatement table, StatementContext at) =>
        table.IsTemporary ? [] : Check(at, table.Name, table.AllConstraints);

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        Check(at, alter.Name, alter.Actions.SelectMany(ConstraintsOf));

    private static IEnumerable<TableConstraint> ConstraintsOf(AlterAction action) => action switch
    {
        AddConstraintAction add => [add.Constraint],
        AddColumnAction add => add.Column.Constraints,
        _ => [],
    };

    private IEnumerable<Finding> Check(StatementContext at, QualifiedName table, IEnumerable<TableConstraint> constraints) =>
        from constraint in constraints
        where constraint is { Kind: ConstraintKind.ForeignKey, Columns: not [] }
            && !(at.Table(table)?.HasIndexFor(constraint.Columns, at.Place) ?? false)
        let columns = string.Join(", ", constraint.Columns.Select(column => column.Text))
        let create = at.IsNew(table) || at.Syntax is CreateTableStatement
            ? "CREATE INDEX"
            : "CREATE INDEX CONCURRENTLY IF NOT EXISTS"
        select Find(
            at,
            constraint.Span,
            $"No index of '{table}' begins with '{columns}', so each DELETE from '{constraint.ReferencedTable}' "
                + $"reads all of '{table}'.",
            $"Add '{create} {table.Name}_{string.Join('_', constraint.Columns)}_idx ON {table.Text} ({columns})'"
                + (create.Length > "CREATE INDEX".Length ? " in a script of its own." : "."));
}
