using System.Linq.Expressions;

namespace Nuke.Common.Execution;

/// <summary>What is settled about a plan before its first target runs.</summary>
internal static class Preparation
{
    /// <summary>Skips what the command line names, or every target it did not ask for when it names none.</summary>
    public static void Skip(IReadOnlyList<ExecutableTarget> plan, Func<ExecutableTarget, bool> isSkipped, string reason)
    {
        foreach (var target in plan.Where(isSkipped))
        {
            target.Status = ExecutionStatus.Skipped;
            target.Reason = reason;
        }
    }

    public static void CheckStaticConditions(IReadOnlyList<ExecutableTarget> plan)
    {
        foreach (var target in plan)
        {
            foreach (var (holds, text) in target.Definition.StaticConditions)
            {
                Skip([target], _ => !holds(), text);
            }
        }
    }

    public static void CheckRequirements(IEnumerable<ExecutableTarget> plan)
    {
        foreach (var target in plan.Where(target => target.Status == ExecutionStatus.Scheduled))
        {
            if (target.Definition.Requirements.Find(requirement => !Holds(requirement)) is { } unmet)
            {
                throw new BuildFailedException(
                    $"Target '{target.Name}' requires '{Text(unmet.Body)}'; set it, as './build.sh --help' shows.");
            }
        }
    }

    private static bool Holds(LambdaExpression requirement) =>
        requirement.Compile().DynamicInvoke() is not (null or false or "");

    private static string Text(Expression expression) =>
        expression is MemberExpression member ? member.Member.Name : expression.ToString();
}
