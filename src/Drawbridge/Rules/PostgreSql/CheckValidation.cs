using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A CHECK that reads every row that is there while nobody can use the table.</summary>
internal sealed class CheckValidation : StatementRule<AlterStatement>
{
    public override Severity Severity => Severity.Error;

    protected override bool MayConcern(AlterStatement alter) => alter.Adds(ConstraintKind.Check);

    protected override bool Concerns(AlterStatement alter, StatementContext at) =>
        alter is not AlterTableStatement || !at.IsEmpty(alter.Name);

    protected override IEnumerable<Finding> Check(AlterStatement alter, StatementContext at) => alter switch
    {
        AlterTableStatement table => Check(alter, at.ConstraintsOnFilled(table), at),
        AlterObjectStatement { Kind: ObjectKind.Domain } domain when !at.IsNew(ObjectKind.Domain, domain.Name) =>
            Check(alter, domain.Actions.OfType<AddConstraintAction>().Select(add => add.Constraint), at),
        _ => [],
    };

    private IEnumerable<Finding> Check(
        AlterStatement alter, IEnumerable<TableConstraint> constraints, StatementContext at) =>
        from constraint in constraints
        where constraint is { Kind: ConstraintKind.Check, NotValid: null, IsNotEnforced: false }
        select Find(at, constraint.Span, Message(alter, constraint), Remedy(alter, constraint)) with
        {
            Fix = at.NotValid(alter, constraint),
        };

    private static string Message(AlterStatement alter, TableConstraint constraint)
    {
        var check = $"The constraint '{constraint.NameIn(alter.Name)}' is checked for every row";
        return alter is AlterTableStatement
            ? $"{check} of '{alter.Name}' while nobody can read or write it."
            : $"{check} that has a value of '{alter.Name}' while nobody can write to these tables.";
    }

    private static string Remedy(AlterStatement alter, TableConstraint constraint)
    {
        var name = constraint.WrittenNameIn(alter.Name);
        var first = alter.ColumnWith(constraint) is null
            ? "Add it NOT VALID"
            : $"Add the column without it, then 'ADD CONSTRAINT {name} CHECK (…) NOT VALID'";
        var kind = alter is AlterTableStatement ? "TABLE" : "DOMAIN";
        return $"{first}, and in a later script write 'ALTER {kind} {alter.Name.Text} VALIDATE CONSTRAINT {name}'.";
    }
}
