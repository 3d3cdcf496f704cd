using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A procedure, function, view or trigger that is made with CREATE alone.</summary>
internal sealed class CreateOrAlter : BatchRule
{
    public override Severity Severity => Severity.Info;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(CreateOrAlter rule, BatchContext at) : HazardVisitor(rule, at)
    {
        protected override bool EntersBodies => true;

        public override void Visit(CreateProcedureStatement node) => Report(node, node.ProcedureReference.Name);

        public override void Visit(CreateFunctionStatement node) => Report(node, node.Name);

        public override void Visit(CreateViewStatement node) => Report(node, node.SchemaObjectName);

        public override void Visit(CreateTriggerStatement node) => Report(node, node.Name);

        private void Report(TSqlFragment statement, SchemaObjectName name) => Find(
            name,
            $"CREATE fails if '{Name(name)}' is there already; CREATE OR ALTER makes or replaces it and keeps its "
                + "permissions.",
            "Write 'CREATE OR ALTER'.",
            Insert(statement.StartOffset + "CREATE".Length, " OR ALTER"));
    }
}
