using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A database that goes, and all that is in it.</summary>
internal sealed class DropDatabase : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(DropDatabase rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(DropDatabaseStatement node)
        {
            foreach (var database in node.Databases)
            {
                Find(
                    database,
                    $"Dropping the database '{database.Value}' loses everything in it for good.",
                    "Keep it; or say why nobody needs it: '-- drawbridge: ignore drop-database <reason>'.");
            }
        }
    }
}
