using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A label of an enum that the running version no longer knows.</summary>
internal sealed class RenameEnumValue : StatementRule<AlterTypeRenameValueStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(AlterTypeRenameValueStatement rename, StatementContext at) =>
        at.IsNew(ObjectKind.Type, rename.Name)
            ? []
            : [Find(
                at,
                rename.Label.Span,
                $"The value '{rename.Label.Value}' of '{rename.Name}' becomes '{rename.NewLabel.Value}', "
                + "and the running version of the application still writes and expects the old one.",
                $"Add the new one with 'ALTER TYPE {rename.Name.Text} ADD VALUE …', let the application understand "
                    + "both, then update the rows in a later release.")];
}
