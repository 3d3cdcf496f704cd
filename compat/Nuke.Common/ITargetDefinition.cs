using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>What a target is: its actions, its conditions and its place in the order.</summary>
public interface ITargetDefinition
{
    /// <summary>Says in one sentence what the target does.</summary>
    ITargetDefinition Description(string description);

    /// <summary>Adds actions.</summary>
    ITargetDefinition Executes(params Action[] actions);

    /// <summary>Adds an action whose value is not needed.</summary>
    ITargetDefinition Executes<T>(Func<T> action);

    /// <summary>Adds an asynchronous action.</summary>
    ITargetDefinition Executes(Func<Task> action);

    /// <summary>Runs these targets too, before this one.</summary>
    ITargetDefinition DependsOn(params Target[] targets);

    /// <summary>Runs this target too, before any of these.</summary>
    ITargetDefinition DependentFor(params Target[] targets);

    /// <summary>When both run, this one runs before these.</summary>
    ITargetDefinition Before(params Target[] targets);

    /// <summary>When both run, this one runs after these.</summary>
    ITargetDefinition After(params Target[] targets);

    /// <summary>Runs these targets too, after this one.</summary>
    ITargetDefinition Triggers(params Target[] targets);

    /// <summary>Runs this target too, after any of these.</summary>
    ITargetDefinition TriggeredBy(params Target[] targets);

    /// <summary>Skips the target unless the condition holds just before it would run.</summary>
    ITargetDefinition OnlyWhenDynamic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string conditionExpression = null!);

    /// <summary>Skips the target unless the condition holds before the build starts.</summary>
    ITargetDefinition OnlyWhenStatic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string conditionExpression = null!);

    /// <summary>Stops the build before it starts unless the parameters have values.</summary>
    ITargetDefinition Requires<T>(
        Expression<Func<T>> parameterRequirement,
        params Expression<Func<T>>[] parameterRequirements)
        where T : class?;

    /// <summary>Stops the build before it starts unless the requirements hold.</summary>
    ITargetDefinition Requires(
        Expression<Func<bool>> requirement,
        params Expression<Func<bool>>[] requirements);

    /// <summary>Runs the target even after another one failed.</summary>
    ITargetDefinition AssuredAfterFailure();

    /// <summary>Lets the build go on when this target fails; it is a failed build all the same.</summary>
    ITargetDefinition ProceedAfterFailure();

    /// <summary>Keeps the target out of the help text.</summary>
    ITargetDefinition Unlisted();

    /// <summary>Names the files that the target makes.</summary>
    ITargetDefinition Produces(params string[] artifacts);
}
