using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A CHECK that reads every row that is there while nobody can use the table.</summary>
internal sealed class CheckValidation : StatementRule<AlterStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(AlterStatement alter, StatementContext at) => alter switch
    {
        AlterTableStatement table when !at.IsEmpty(table.Name) => Check(alter, at.ConstraintsOnFilled(table), at),
        AlterObjectStatement { Kind: ObjectKind.Domain } domain when !at.IsNew(ObjectKind.Domain, domain.Name) =>
            Check(alter, domain.Actions.OfType<AddConstraintAction>().Select(add => add.Constraint), at),
        _ => [],
    };

    private IEnumerable<Finding> Check(AlterStatement alter, IEnumerable<TableConstraint> constraints, StatementContext at) =>
        from constraint in constraints
        where constraint is { Kind: ConstraintKind.Check, NotValid: null, IsNotEnforced: false }
        let name = constraint.WrittenNameIn(alter.Name)
        let kind = alter is AlterTableStatement ? "TABLE" : "DOMAIN"
        let isInColumn = alter.Actions.OfType<AddColumnAction>().Any(add => add.Column.Constraints.Contains(constraint))
        select Find(
            at,
            constraint.Span,
            kind == "TABLE"
                ? $"The constraint '{constraint.NameIn(alter.Name)}' is checked for every row of '{alter.Name}' while nobody can read or write it."
                : $"The constraint '{constraint.NameIn(alter.Name)}' is checked for every row that has a value of '{alter.Name}' while nobody "
                    + "can write to these tables.",
            $"{(isInColumn ? $"Add the column without it, then 'ADD CONSTRAINT {name} CHECK (…) NOT VALID'" : "Add it NOT VALID")}, and in a "
                + $"later script write 'ALTER {kind} {alter.Name.Text} VALIDATE CONSTRAINT {name}'.") with
        {
            Fix = at.NotValid(alter, constraint),
        };
}
