using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A schema that goes.</summary>
internal sealed class DropSchema : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(DropSchema rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(DropSchemaStatement node) => Find(
            node.Schema,
            $"Dropping the schema '{Name(node.Schema)}' breaks whatever still names it.",
            "Drop it once no running version uses it; then say so: '-- drawbridge: ignore drop-schema <reason>'.");
    }
}
