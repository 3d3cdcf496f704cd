using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A table, a column or something else that gets another name.</summary>
internal sealed class RenameObject : BatchRule
{
    public override Severity Severity => Severity.Error;

    public override HazardVisitor Look(BatchContext at) => new Visitor(this, at);

    private sealed class Visitor(RenameObject rule, BatchContext at) : HazardVisitor(rule, at)
    {
        public override void Visit(ExecuteSpecification node)
        {
            if (node.ExecutableEntity is ExecutableProcedureReference call
                && call.ProcedureReference.ProcedureReference?.Name is { } name
                && name.BaseIdentifier.Value.Equals("sp_rename", StringComparison.OrdinalIgnoreCase))
            {
                var first = call.Parameters is [{ ParameterValue: StringLiteral literal }, ..] ? literal.Value : null;
                var what = first is null ? "something" : $"'{first}'";
                Find(
                    name,
                    $"'sp_rename' gives {what} another name, and the running version of the application still uses "
                        + "the old one. "
                        + "Procedures and views that name it are not changed.",
                    "Leave the old name as a view, a synonym or a computed column until no running version uses it; "
                        + "or say why nobody "
                        + "does: '-- drawbridge: ignore rename-object <reason>'.");
            }
        }
    }
}
