using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>Visits what runs when its script runs: not the bodies of procedures, functions and triggers.</summary>
internal abstract class ExecutedVisitor : TSqlFragmentVisitor
{
    /// <summary>Whether bodies are visited all the same, because what they say matters whenever they run.</summary>
    protected virtual bool EntersBodies => false;

    public sealed override void ExplicitVisit(CreateProcedureStatement node) => Meet(node, base.ExplicitVisit);

    public sealed override void ExplicitVisit(AlterProcedureStatement node) => Meet(node, base.ExplicitVisit);

    public sealed override void ExplicitVisit(CreateOrAlterProcedureStatement node) => Meet(node, base.ExplicitVisit);

    public sealed override void ExplicitVisit(CreateFunctionStatement node) => Meet(node, base.ExplicitVisit);

    public sealed override void ExplicitVisit(AlterFunctionStatement node) => Meet(node, base.ExplicitVisit);

    public sealed override void ExplicitVisit(CreateOrAlterFunctionStatement node) => Meet(node, base.ExplicitVisit);

    public sealed override void ExplicitVisit(CreateTriggerStatement node) => Meet(node, base.ExplicitVisit);

    public sealed override void ExplicitVisit(AlterTriggerStatement node) => Meet(node, base.ExplicitVisit);

    public sealed override void ExplicitVisit(CreateOrAlterTriggerStatement node) => Meet(node, base.ExplicitVisit);

    private void Meet<TModule>(TModule module, Action<TModule> enter)
        where TModule : TSqlStatement
    {
        if (EntersBodies)
        {
            enter(module);
        }
        else
        {
            Visit(module);
        }
    }
}
