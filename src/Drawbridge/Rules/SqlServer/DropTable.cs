using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A table that goes, and its rows with it.</summary>
internal sealed class DropTable : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(DropTable rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects.Where(table => !At.IsNew(table)))
            {
                Find(
                    table,
                    $"Dropping the table '{Name(table)}' loses its rows for good.",
                    "Drop it once no running version uses it; then say why nobody needs the rows: "
                        + "'-- drawbridge: ignore drop-table <reason>'.");
            }
        }
    }
}
