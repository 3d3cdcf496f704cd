namespace Nuke.Common.Execution;

/// <summary>Decides what runs and in which order.</summary>
internal static class ExecutionPlanner
{
    public static IReadOnlyList<ExecutableTarget> Plan(
        IReadOnlyList<ExecutableTarget> targets,
        IReadOnlyList<string>? invoked)
    {
        var wanted = invoked is null ? [.. targets.Where(target => target.IsDefault)] : Named(targets, invoked);
        wanted.ForEach(target => target.IsInvoked = true);
        var scheduled = new HashSet<ExecutableTarget>();
        wanted.ForEach(target => Schedule(target, scheduled));
        return Sort(scheduled);
    }

    /// <summary>The targets of these names, however their letters are cased.</summary>
    public static List<ExecutableTarget> Named(IReadOnlyList<ExecutableTarget> targets, IReadOnlyList<string> names) =>
    [
        .. names.Select(name =>
            targets.FirstOrDefault(
                target => target.Name.Equals(name.Replace("-", ""), StringComparison.OrdinalIgnoreCase))
            ?? throw new BuildFailedException(
                $"There is no target '{name}'; the targets are "
                + $"{string.Join(", ", targets.Select(target => target.Name).Order())}.")),
    ];

    private static void Schedule(ExecutableTarget target, HashSet<ExecutableTarget> scheduled)
    {
        if (scheduled.Add(target))
        {
            target.Dependencies.ForEach(other => Schedule(other, scheduled));
            target.Triggers.ForEach(other => Schedule(other, scheduled));
        }
    }

    private static List<ExecutableTarget> Sort(HashSet<ExecutableTarget> scheduled)
    {
        var sorted = new List<ExecutableTarget>();
        var path = new List<ExecutableTarget>();
        foreach (var target in scheduled)
        {
            Visit(target);
        }

        return sorted;

        void Visit(ExecutableTarget target)
        {
            if (sorted.Contains(target))
            {
                return;
            }

            if (path.IndexOf(target) is >= 0 and var start)
            {
                throw Circle([.. path[start..], target]);
            }

            path.Add(target);
            target.Predecessors.Where(scheduled.Contains).ToList().ForEach(Visit);
            path.Remove(target);
            sorted.Add(target);
        }
    }

    private static BuildFailedException Circle(IEnumerable<ExecutableTarget> path) =>
        new(
            "The targets wait for each other in a circle, "
            + $"'{string.Join("' after '", path.Select(target => target.Name))}'; take one of these out.");
}
