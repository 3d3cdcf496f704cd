using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Reads the targets of a build class: its properties of type <see cref="Target"/>.</summary>
internal static class TargetFactory
{
    private const BindingFlags Everywhere = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static IReadOnlyList<ExecutableTarget> CreateAll<T>(T build, Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild
    {
        var defaultNames = defaults.Select(target => ((MemberExpression)target.Body).Member.Name).ToHashSet();
        var targets = (
            from property in build.GetType().GetProperties(Everywhere)
            where property.PropertyType == typeof(Target)
            select Create(build, property, defaultNames.Contains(property.Name))).ToList();
        Connect(targets);
        return targets;
    }

    private static ExecutableTarget Create(NukeBuild build, PropertyInfo property, bool isDefault)
    {
        var factory = (Target)property.GetValue(build)!;
        var definition = new TargetDefinition();
        factory(definition);
        return new(property.Name, factory, definition) { IsDefault = isDefault };
    }

    private static void Connect(IReadOnlyList<ExecutableTarget> targets)
    {
        foreach (var target in targets)
        {
            var definition = target.Definition;
            target.Dependencies.AddRange(Find(definition.Dependencies));
            target.Triggers.AddRange(Find(definition.Triggered));
            Find(definition.Dependents).ForEach(other => other.Dependencies.Add(target));
            Find(definition.Triggering).ForEach(other => other.Triggers.Add(target));
        }

        foreach (var target in targets)
        {
            target.Predecessors.AddRange([.. target.Dependencies, .. Find(target.Definition.Earlier)]);
            Find(target.Definition.Later).ForEach(other => other.Predecessors.Add(target));
            target.Triggers.ForEach(other => other.Predecessors.Add(target));
        }

        List<ExecutableTarget> Find(IEnumerable<Target> factories) =>
            [.. factories.Select(factory => targets.Single(target => target.Factory == factory))];
    }
}
