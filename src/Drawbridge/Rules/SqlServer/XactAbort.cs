using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A transaction that an error may leave open, because XACT_ABORT is off.</summary>
internal sealed class XactAbort : BatchRule
{
    public override Severity Severity => Severity.Warning;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(XactAbort rule, BatchContext at) : HazardVisitor(rule, at)
    {
        /// <summary>The session of whoever calls a procedure later is another one.</summary>
        private bool _isOn =
            at.Before.IsXactAbortOn && at.Fragment is not (ProcedureStatementBodyBase or TriggerStatementBody);

        protected override bool EntersBodies => true;

        public override void Visit(PredicateSetStatement node)
        {
            if (node.Options.HasFlag(SetOptions.XactAbort))
            {
                _isOn = node.IsOn;
                if (!node.IsOn)
                {
                    Find(
                        node,
                        "'SET XACT_ABORT OFF' lets a script go on behind an error, with a half of its work done.",
                        "Remove it: the run turns XACT_ABORT on.",
                        Removal(node));
                }
            }
        }

        public override void Visit(BeginTransactionStatement node)
        {
            if (!_isOn)
            {
                Find(
                    node,
                    "A transaction of its own without SET XACT_ABORT ON: after some errors, a time-out for one, it "
                        + "stays open and holds "
                        + "its locks.",
                    "Remove it where the script is a transaction already; else write 'SET XACT_ABORT ON;' above it.");
                _isOn = true;
            }
        }
    }
}
