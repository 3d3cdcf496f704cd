using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A MERGE, which two sessions at once can break.</summary>
internal sealed class Merge : BatchRule
{
    public override Severity Severity => Severity.Info;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(Merge rule, BatchContext at) : HazardVisitor(rule, at)
    {
        protected override bool EntersBodies => true;

        public override void Visit(MergeSpecification node)
        {
            var hints = (node.Target as NamedTableReference)?.TableHints ?? [];
            if (!hints.Any(hint => hint.HintKind is TableHintKind.HoldLock or TableHintKind.Serializable))
            {
                Find(
                    node.Target,
                    "MERGE without HOLDLOCK is not one step: another session may insert the same row in between, "
                        + "and one of both fails.",
                    "Add 'WITH (HOLDLOCK)' behind the target; or write UPDATE and INSERT.");
            }
        }
    }
}
