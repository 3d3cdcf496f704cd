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

    protected override bool MayConcern(AlterTableStatement alter) => alter.Adds(ConstraintKind.ForeignKey);

    protected override bool Concerns(AlterTableStatement alter, StatementContext at) => !at.IsEmpty(alter.Name);

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        from constraint in Constraints(alter, at)
        let isPartitioned = at.ServerVersion < NotValidOnPartitioned && at.Table(alter.Name) is { IsPartitioned: true }
        select Find(
            at,
            constraint.Span,
            $"The foreign key '{constraint.NameIn(alter.Name)}' is checked for every row of '{alter.Name}' while "
                + "nobody can write to it"
                + (constraint.ReferencedTable == alter.Name ? "." : $" or to '{constraint.ReferencedTable}'."),
            isPartitioned
                ? $"Add it NOT VALID to each partition and validate it there in later scripts; then '{alter.Name}' "
                    + "takes these over."
                : Remedy(alter, constraint)) with
        {
            Fix = isPartitioned ? null : at.NotValid(alter, constraint),
        };

    /// <summary>A new column without a default is null in every row, so the server checks nothing.</summary>
    private static IEnumerable<TableConstraint> Constraints(AlterTableStatement alter, StatementContext at) =>
        from constraint in at.ConstraintsOnFilled(alter)
        where constraint is { Kind: ConstraintKind.ForeignKey, NotValid: null, IsNotEnforced: false }
            && alter.ColumnWith(constraint) is not { Column.Default: null }
        select constraint;

    private static string Remedy(AlterTableStatement alter, TableConstraint constraint)
    {
        var name = constraint.WrittenNameIn(alter.Name);
        var validate = $"in a later script write 'ALTER TABLE {alter.Name.Text} VALIDATE CONSTRAINT {name}'";
        var column = alter.Actions.OfType<AddColumnAction>()
            .Select(add => add.Column)
            .FirstOrDefault(added => constraint.Columns is [var only] && added.Name == only);
        return column switch
        {
            null => $"Add it NOT VALID, and {validate}.",
            { Default: not null } when column.Constraints.Contains(constraint) =>
                $"Add the column without it, then 'ADD CONSTRAINT {name} FOREIGN KEY … NOT VALID', and {validate}.",
            { Default: not null } => $"Add it NOT VALID, and {validate}.",
            _ => $"Write 'REFERENCES …' beside the new column '{column.Name}', which is null in every row, so nothing "
                + "is checked; or add it NOT "
                + $"VALID, and {validate}.",
        };
    }
}
