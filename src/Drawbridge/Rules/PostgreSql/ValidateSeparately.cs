using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A constraint that is added without looking at the rows, and looked at in the same transaction.</summary>
internal sealed class ValidateSeparately : TableRule<ValidateConstraintAction>
{
    public override Severity Severity => Severity.Warning;

    protected override bool IsFree(QualifiedName table, StatementContext at) =>
        at.IsNew(table) || !at.Script.Sql.RunsInTransaction;

    protected override IEnumerable<Finding> Check(
        AlterTableStatement alter, IEnumerable<ValidateConstraintAction> actions, StatementContext at) =>
        from validate in actions
        let table = alter.Name
        where IsAddedHere(at, table, validate.Constraint)
        select Find(
            at,
            validate.Span,
            $"'{validate.Constraint}' is validated in the transaction that added it, so '{table}' stays locked until "
                + "every row is checked.",
            $"Move 'ALTER TABLE {table.Text} VALIDATE CONSTRAINT {validate.Constraint.Text}' into a later script.");

    private static bool IsAddedHere(StatementContext at, QualifiedName table, Identifier constraint) =>
        at.Table(table)?.IsAddedNotValid(constraint, at.Place) ?? false;
}
