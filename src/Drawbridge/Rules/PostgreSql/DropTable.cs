using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A table that goes, and its rows with it.</summary>
internal sealed class DropTable : StatementRule<DropObjectsStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(DropObjectsStatement drop, StatementContext at) =>
        from table in drop.Names
        where drop.Kind == ObjectKind.Table && !at.IsNew(table)
        select Find(
            at,
            table.Span,
            $"Dropping the table '{table}' loses its rows for good.",
            "Drop it once no running version uses it; then say why nobody needs the rows: "
                + "'-- drawbridge: ignore drop-table <reason>'.");
}
