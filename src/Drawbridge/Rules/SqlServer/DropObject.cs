using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A view, a procedure or something else that applications call goes, and does not come back.</summary>
internal sealed class DropObject : BatchRule
{
    public override Severity Severity => Severity.Warning;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(DropObject rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(DropViewStatement node) => Check("view", node.Objects);

        public override void Visit(DropProcedureStatement node) => Check("procedure", node.Objects);

        public override void Visit(DropFunctionStatement node) => Check("function", node.Objects);

        public override void Visit(DropSequenceStatement node) => Check("sequence", node.Objects);

        public override void Visit(DropSynonymStatement node) => Check("synonym", node.Objects);

        public override void Visit(DropTypeStatement node) => Check("type", [node.Name]);

        private void Check(string kind, IEnumerable<SchemaObjectName> names)
        {
            foreach (var name in names.Where(name => !At.IsNew(name) && !ComesBack(name)))
            {
                Find(
                    name,
                    $"Dropping the {kind} '{Name(name)}' breaks the running version that still uses it.",
                    "Drop it once no running version uses it; then say so: '-- drawbridge: ignore drop-object <reason>'.");
            }
        }

        /// <summary>Whether the script makes it anew below.</summary>
        private bool ComesBack(SchemaObjectName name) => At.Script.Sql.Batches
            .Where(batch => batch.Start.Offset + batch.Length > At.Statement.Offset)
            .SelectMany(batch => batch.Syntax.Statements)
            .Any(other => other.Statement.Offset > At.Statement.Offset
                && CreatedTables.NameIn(other.Fragment) is { } made
                && CreatedTables.AreSame(made, name));
    }
}
