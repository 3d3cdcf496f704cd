using System.Diagnostics;
using Nuke.Common.Output;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the targets of a plan, one after the other.</summary>
internal sealed class BuildExecutor(IReadOnlyList<ExecutableTarget> plan, BuildAttempt attempt)
{
    private bool _stopped;

    public void Execute()
    {
        foreach (var target in plan)
        {
            if (target.Status == ExecutionStatus.Scheduled && !Skips(target))
            {
                Run(target);
            }
        }
    }

    private bool Skips(ExecutableTarget target)
    {
        if (_stopped && !target.Definition.IsAssured)
        {
            target.Status = ExecutionStatus.NotRun;
            return true;
        }

        var unmet = target.Definition.DynamicConditions.Where(condition => !condition.Holds()).ToList();
        if (unmet is [var (_, text), ..])
        {
            target.Status = ExecutionStatus.Skipped;
            target.Reason = text;
        }

        return unmet.Count > 0;
    }

    private void Run(ExecutableTarget target)
    {
        if (target.Definition.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        Banner.Write(target.Name);
        var watch = Stopwatch.StartNew();
        try
        {
            target.Definition.Actions.ForEach(action => action().GetAwaiter().GetResult());
            target.Status = ExecutionStatus.Succeeded;
            attempt.Record(target.Name);
        }
        catch (Exception exception)
        {
            Log.Error("Target '{Target}' failed: {Message}", target.Name, exception.Message);
            Log.Verbose(exception, "The exception was");
            target.Status = ExecutionStatus.Failed;
            _stopped |= !target.Definition.Proceeds;
        }

        target.Duration = watch.Elapsed;
    }
}
