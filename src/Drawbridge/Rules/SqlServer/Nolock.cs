using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A query that reads rows which others may still take back.</summary>
internal sealed class Nolock : BatchRule
{
    public override Severity Severity => Severity.Warning;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(Nolock rule, BatchContext at) : HazardVisitor(rule, at)
    {
        protected override bool EntersBodies => true;

        public override void Visit(TableHint node)
        {
            if (node.HintKind is TableHintKind.NoLock or TableHintKind.ReadUncommitted)
            {
                Report(node, "NOLOCK");
            }
        }

        public override void Visit(SetTransactionIsolationLevelStatement node)
        {
            if (node.Level == IsolationLevel.ReadUncommitted)
            {
                Report(node, "READ UNCOMMITTED");
            }
        }

        private void Report(TSqlFragment part, string what) => Find(
            part,
            $"{what} reads rows that were never committed, some twice and some not at all.",
            "Remove it; where readers must not wait for writers, turn on READ_COMMITTED_SNAPSHOT for the database.");
    }
}
