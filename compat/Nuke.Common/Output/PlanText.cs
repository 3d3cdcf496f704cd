using Nuke.Common.Execution;

namespace Nuke.Common.Output;

/// <summary>The order of a plan, one target a line.</summary>
internal static class PlanText
{
    public static string Of(IReadOnlyList<ExecutableTarget> plan) =>
        string.Join('\n', plan.Select((target, index) => $"{index + 1,3}. {target.Name}"));
}
