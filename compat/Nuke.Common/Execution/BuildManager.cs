using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Nuke.Common.Injection;
using Nuke.Common.Output;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One build from the command line to the exit code.</summary>
internal static class BuildManager
{
    private const int ErrorExitCode = -1;

    public static int Execute<T>(Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = Encoding.UTF8;
        try
        {
            Logging.Configure();
            var build = new T();
            ValueInjection.Inject(build, ParameterSources.Current);
            var targets = TargetFactory.CreateAll(build, defaults);
            return Answers(build, targets) ? 0 : Run(build, targets);
        }
        catch (Exception exception) when (Unwrapped(exception) is BuildFailedException failure)
        {
            Log.Error("{Message}", failure.Message);
            return ErrorExitCode;
        }
        finally
        {
            Log.CloseAndFlush();
        }
    }

    /// <summary>Whether the command line only asked a question.</summary>
    private static bool Answers(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
    {
        BuildSchema.Write(build, targets);
        if (build.Help)
        {
            Console.WriteLine(HelpText.Of(build, targets));
            return true;
        }

        if (build.Plan)
        {
            Console.WriteLine(PlanText.Of(ExecutionPlanner.Plan(targets, Invoked())));
            return true;
        }

        return false;
    }

    private static int Run(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
    {
        var plan = ExecutionPlanner.Plan(targets, Invoked());
        if (!build.NoLogo)
        {
            Banner.WriteLogo(build);
        }

        var attempt = new BuildAttempt(build.Continue);
        Prepare(plan, targets, attempt);
        build.OnBuildInitialized();
        new BuildExecutor(plan, attempt).Execute();
        Summary.Write(plan);
        build.OnBuildFinished();
        return plan.All(target => target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Skipped or ExecutionStatus.Collective)
            ? 0
            : ErrorExitCode;
    }

    private static void Prepare(
        IReadOnlyList<ExecutableTarget> plan,
        IReadOnlyList<ExecutableTarget> targets,
        BuildAttempt attempt)
    {
        if (ParameterSources.Current.FindOption("Skip") is { } skip)
        {
            var named = ExecutionPlanner.Named(targets, skip.Split());
            Preparation.Skip(plan, target => named.Count == 0 ? !target.IsInvoked : named.Contains(target), "--skip");
        }

        Preparation.Skip(plan, target => attempt.Before.Contains(target.Name), "--continue");
        Preparation.CheckStaticConditions(plan);
        Preparation.CheckRequirements(plan);
    }

    private static IReadOnlyList<string>? Invoked() => ParameterSources.Current.FindOption("Target")?.Split();

    private static Exception Unwrapped(Exception exception) =>
        exception is TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner
            ? Unwrapped(inner)
            : exception;
}
