using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A name that reaches into another database.</summary>
internal sealed class CrossDatabaseName : BatchRule
{
    public override Severity Severity => Severity.Warning;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(CrossDatabaseName rule, BatchContext at) : HazardVisitor(rule, at)
    {
        private const string TemporaryDatabase = "tempdb";

        protected override bool EntersBodies => true;

        public override void Visit(SchemaObjectName node)
        {
            if (node.DatabaseIdentifier is { Value: var database }
                && !database.Equals(TemporaryDatabase, StringComparison.OrdinalIgnoreCase))
            {
                Find(
                    node,
                    $"'{Name(node)}' names another database: that one may be called otherwise elsewhere, may come "
                        + "later, and is not part "
                        + "of this script's transaction there.",
                    "Name the object by schema and name; or use a synonym, and say why: "
                        + "'-- drawbridge: ignore cross-database-name <reason>'.");
            }
        }
    }
}
