using System.Linq.Expressions;

namespace Nuke.Common.Execution;

/// <summary>What a target said about itself.</summary>
internal sealed class TargetDefinition : ITargetDefinition
{
    public string? Text { get; private set; }

    public bool IsUnlisted { get; private set; }

    public bool IsAssured { get; private set; }

    public bool Proceeds { get; private set; }

    public List<Func<Task>> Actions { get; } = [];

    public List<Target> Dependencies { get; } = [];

    public List<Target> Dependents { get; } = [];

    public List<Target> Earlier { get; } = [];

    public List<Target> Later { get; } = [];

    public List<Target> Triggered { get; } = [];

    public List<Target> Triggering { get; } = [];

    public List<(Func<bool> Holds, string Text)> StaticConditions { get; } = [];

    public List<(Func<bool> Holds, string Text)> DynamicConditions { get; } = [];

    public List<LambdaExpression> Requirements { get; } = [];

    public ITargetDefinition Description(string description) => With(() => Text = description);

    public ITargetDefinition Executes(params Action[] actions) =>
        With(() => Actions.AddRange(actions.Select<Action, Func<Task>>(action => () =>
        {
            action();
            return Task.CompletedTask;
        })));

    public ITargetDefinition Executes<T>(Func<T> action) => Executes(() => { action(); });

    public ITargetDefinition Executes(Func<Task> action) => With(() => Actions.Add(action));

    public ITargetDefinition DependsOn(params Target[] targets) => With(() => Dependencies.AddRange(targets));

    public ITargetDefinition DependentFor(params Target[] targets) => With(() => Dependents.AddRange(targets));

    public ITargetDefinition Before(params Target[] targets) => With(() => Later.AddRange(targets));

    public ITargetDefinition After(params Target[] targets) => With(() => Earlier.AddRange(targets));

    public ITargetDefinition Triggers(params Target[] targets) => With(() => Triggered.AddRange(targets));

    public ITargetDefinition TriggeredBy(params Target[] targets) => With(() => Triggering.AddRange(targets));

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string conditionExpression = null!) =>
        With(() => DynamicConditions.Add((condition, conditionExpression)));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression = null!) =>
        With(() => StaticConditions.Add((condition, conditionExpression)));

    public ITargetDefinition Requires<T>(
        Expression<Func<T>> parameterRequirement,
        params Expression<Func<T>>[] parameterRequirements)
        where T : class? =>
        With(() => Requirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires(
        Expression<Func<bool>> requirement,
        params Expression<Func<bool>>[] requirements) =>
        With(() => Requirements.AddRange([requirement, .. requirements]));

    public ITargetDefinition AssuredAfterFailure() => With(() => IsAssured = true);

    public ITargetDefinition ProceedAfterFailure() => With(() => Proceeds = true);

    public ITargetDefinition Unlisted() => With(() => IsUnlisted = true);

    // Only build servers ask for artifacts, and none is configured from here.
    public ITargetDefinition Produces(params string[] artifacts) => this;

    private TargetDefinition With(Action change)
    {
        change();
        return this;
    }
}
