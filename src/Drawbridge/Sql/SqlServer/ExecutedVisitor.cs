using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>Visits what runs when its script runs: not the bodies of procedures, functions and triggers.</summary>
internal abstract class ExecutedVisitor : TSqlFragmentVisitor
{
    public override void ExplicitVisit(CreateProcedureStatement node) => Visit((TSqlStatement)node);

    public override void ExplicitVisit(AlterProcedureStatement node) => Visit((TSqlStatement)node);

    public override void ExplicitVisit(CreateOrAlterProcedureStatement node) => Visit((TSqlStatement)node);

    public override void ExplicitVisit(CreateFunctionStatement node) => Visit((TSqlStatement)node);

    public override void ExplicitVisit(AlterFunctionStatement node) => Visit((TSqlStatement)node);

    public override void ExplicitVisit(CreateOrAlterFunctionStatement node) => Visit((TSqlStatement)node);

    public override void ExplicitVisit(CreateTriggerStatement node) => Visit((TSqlStatement)node);

    public override void ExplicitVisit(AlterTriggerStatement node) => Visit((TSqlStatement)node);

    public override void ExplicitVisit(CreateOrAlterTriggerStatement node) => Visit((TSqlStatement)node);
}
