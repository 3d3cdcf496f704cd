using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>
/// A COMMIT or ROLLBACK that would end the transaction of the run. One that a script begins itself is its own.
/// </summary>
internal sealed class TransactionControl : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    public override bool IncludesUndo => true;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(TransactionControl rule, BatchContext at) : HazardVisitor(rule, at)
    {
        private bool EndsTheRuns =>
            At.Script.Sql.RunsInTransaction && At.Before is { OpenTransactions: 0, MayHaveEndedOne: false };

        public override void Visit(CommitTransactionStatement node)
        {
            if (node == At.Fragment && EndsTheRuns)
            {
                Report(node);
            }
        }

        public override void Visit(RollbackTransactionStatement node)
        {
            if (node == At.Fragment && node.Name is null && At.Script.Sql.RunsInTransaction)
            {
                Report(node);
            }
        }

        private void Report(TSqlFragment statement) => Find(
            statement,
            $"'{At.Statement.Heading}' would end the transaction of the run, in which the script is recorded.",
            "Remove it: the script is one transaction already; split the script where it must commit in between.");
    }
}
