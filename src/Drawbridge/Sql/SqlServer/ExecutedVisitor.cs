using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>Visits what runs when its script runs: not the bodies of procedures, functions and triggers.</summary>
internal abstract class ExecutedVisitor : TSqlFragmentVisitor
{
    /// <summary>Whether bodies are visited all the same, because what they say matters whenever they run.</summary>
    protected virtual bool EntersBodies => false;

    public sealed override void ExplicitVisit(CreateProcedureStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }

    public sealed override void ExplicitVisit(AlterProcedureStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }

    public sealed override void ExplicitVisit(CreateOrAlterProcedureStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }

    public sealed override void ExplicitVisit(CreateFunctionStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }

    public sealed override void ExplicitVisit(AlterFunctionStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }

    public sealed override void ExplicitVisit(CreateOrAlterFunctionStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }

    public sealed override void ExplicitVisit(CreateTriggerStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }

    public sealed override void ExplicitVisit(AlterTriggerStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }

    public sealed override void ExplicitVisit(CreateOrAlterTriggerStatement node)
    {
        if (EntersBodies)
        {
            base.ExplicitVisit(node);
        }
        else
        {
            Visit((TSqlStatement)node);
        }
    }
}
