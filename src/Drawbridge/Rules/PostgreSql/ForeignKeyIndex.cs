using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// A foreign key whose columns have no index, so that every change of the other table reads this one.
/// </summary>
internal sealed class ForeignKeyIndex : StatementRule<CreateTableStatement, AlterTableStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override bool MayConcern(CreateTableStatement table) =>
        table.AllConstraints.Any(constraint => constraint.Kind == ConstraintKind.ForeignKey);

    protected override bool MayConcern(AlterTableStatement alter) =>
        alter.Adds(ConstraintKind.ForeignKey);

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

    private IEnumerable<Finding> Check(
        StatementContext at, QualifiedName table, IEnumerable<TableConstraint> constraints) =>
        from constraint in constraints
        where constraint is { Kind: ConstraintKind.ForeignKey, Columns: not [] }
        let known = at.Table(table)
        where known is null || !(known.IsDroppedLater(constraint, at.Place) || known.HasIndexFor(constraint.Columns, at.Place))
        let isNew = at.IsNew(table) || at.Syntax is CreateTableStatement
        let name = IndexEdits.NameOf(table, constraint.Columns.Select(column => column.Value))
        let index = $"{name} ON {table.Text} ({Columns(constraint)})"
        select Find(
            at,
            constraint.Span,
            $"No index of '{table}' begins with '{string.Join("' or '", constraint.Columns)}', so each DELETE from "
                + $"'{constraint.ReferencedTable}' reads all of '{table}'.",
            isNew ? $"Add 'CREATE INDEX {index}'."
                : at.Table(table) is { IsPartitioned: true } ? Advice.ForPartitions("CREATE INDEX", table)
                : $"Add 'CREATE INDEX CONCURRENTLY IF NOT EXISTS {index}' in a script of its own.") with
        {
            Fix = isNew ? at.Append($"CREATE INDEX {index}") : null,
        };

    private static string Columns(TableConstraint constraint) =>
        string.Join(", ", constraint.Columns.Select(column => column.Text));
}
