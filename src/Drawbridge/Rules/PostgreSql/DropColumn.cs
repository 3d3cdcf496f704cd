using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A column that goes, and its values with it.</summary>
internal sealed class DropColumn : StatementRule<AlterTableStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        from drop in at.ActionsOnExisting<DropColumnAction>(alter)
        where !at.IsNewColumn(alter.Name, drop.Column)
        select Find(
            at,
            drop.Column.Span,
            $"Dropping the column '{drop.Column}' of '{alter.Name}' "
                + (at.IsEmpty(alter.Name) ? "" : "loses its values for good and ")
                + "breaks the running version that reads it.",
            "Drop it once no running version uses it; then say why nobody needs the values: "
                + "'-- drawbridge: ignore drop-column <reason>'.");
}
