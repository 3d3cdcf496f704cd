using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A table that is emptied.</summary>
internal sealed class Truncate : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(Truncate rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(TruncateTableStatement node)
        {
            if (!At.IsNew(node.TableName))
            {
                Find(
                    node.TableName,
                    $"Truncating '{Name(node.TableName)}' loses all of its rows for good, and locks everyone out "
                        + "until the script "
                        + "ends.",
                    "Delete the rows that are meant with a WHERE; or say why nobody needs them: "
                        + "'-- drawbridge: ignore truncate <reason>'.");
            }
        }
    }
}
