using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A column that goes, and its values with it.</summary>
internal sealed class DropColumn : TableRule<DropColumnAction>
{
    public override Severity Severity => Severity.Error;

    protected override bool IsFree(QualifiedName table, StatementContext at) => at.IsNew(table);

    protected override IEnumerable<Finding> Check(
        AlterTableStatement alter, IEnumerable<DropColumnAction> actions, StatementContext at) =>
        from drop in actions
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
