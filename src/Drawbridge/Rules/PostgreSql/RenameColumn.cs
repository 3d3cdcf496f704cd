using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A column that the running version no longer finds.</summary>
internal sealed class RenameColumn : StatementRule<AlterStatement>
{
    public override Severity Severity => Severity.Error;

    protected override bool MayConcern(AlterStatement alter) => alter.Does<RenameColumnAction>();

    protected override IEnumerable<Finding> Check(AlterStatement alter, StatementContext at) =>
        from rename in at.ActionsOnRelation(alter).OfType<RenameColumnAction>()
        let table = alter.Name
        where !at.IsNewColumn(table, rename.Column) && !CompatibilityViews.Cover(at, table)
        select Find(
            at,
            rename.Column.Span,
            $"The column '{rename.Column}' of '{table}' becomes '{rename.NewName}', and the running version of the "
                + "application "
                + (CompatibilityViews.IsAddedAgain(at, table, rename.Column)
                    ? "finds another in its place, without its values."
                    : "no longer finds it."),
            $"Add '{rename.NewName}' as a new column, write both, fill it, read it, and drop '{rename.Column}' in a "
                + "later release; "
            + $"or rename the table and put a view with the old names in its place: 'CREATE VIEW {table.Text} AS "
            + $"SELECT {rename.NewName.Text} AS {rename.Column.Text}, …'.");
}
