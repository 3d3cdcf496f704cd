using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A statement that leaves the database of the script.</summary>
internal sealed class UseDatabase : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    public override bool IncludesUndo => true;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(UseDatabase rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(UseStatement node) => Find(
            node,
            $"'USE {node.DatabaseName.Value}' would leave the database that the folder names: the rest of the "
                + "script, and its row in "
                + "the history, would go elsewhere.",
            "Remove it: the run connects to the right database. What belongs into another one is a script in that "
                + "one's folder.",
            Removal(node));
    }
}
