using Drawbridge.Sql.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>What a script has done to its session before the statement that is looked at.</summary>
internal sealed class ScriptSoFar
{
    /// <summary>Whether it turned XACT_ABORT on.</summary>
    public bool IsXactAbortOn { get; private set; }

    /// <summary>The transactions of its own that it began outside of all conditions, and did not end.</summary>
    public int OpenTransactions { get; private set; }

    /// <summary>Whether it may have ended one under a condition.</summary>
    public bool MayHaveEndedOne { get; private set; }

    /// <summary>Takes note of a statement.</summary>
    public void Enter(TSqlStatement statement)
    {
        OpenTransactions = statement switch
        {
            BeginTransactionStatement => OpenTransactions + 1,
            CommitTransactionStatement => Math.Max(0, OpenTransactions - 1),
            RollbackTransactionStatement { Name: null } => 0,
            _ => OpenTransactions,
        };
        statement.Accept(new Reader(this, statement));
    }

    private sealed class Reader(ScriptSoFar script, TSqlStatement statement) : ExecutedVisitor
    {
        public override void Visit(PredicateSetStatement node) =>
            script.IsXactAbortOn = node.Options.HasFlag(SetOptions.XactAbort) ? node.IsOn : script.IsXactAbortOn;

        public override void Visit(TransactionStatement node) =>
            script.MayHaveEndedOne |=
                node != statement && node is CommitTransactionStatement or RollbackTransactionStatement;
    }
}
