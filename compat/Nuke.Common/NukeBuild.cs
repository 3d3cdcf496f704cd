using System.Linq.Expressions;
using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>The base of a build: a class whose properties of type <see cref="Target"/> are its targets.</summary>
public abstract partial class NukeBuild
{
    /// <summary>Keeps the build's name and version out of the output.</summary>
    [Parameter("Does not show the name of the build.")]
    public bool NoLogo { get; set; }

    /// <summary>Shows the targets and parameters, and runs nothing.</summary>
    [Parameter("Shows this text.")]
    public bool Help { get; internal set; }

    /// <summary>Shows the order of the targets, and runs nothing.</summary>
    [Parameter("Shows the order in which the targets would run.")]
    public bool Plan { get; internal set; }

    /// <summary>Leaves out the targets that succeeded in the attempt before.</summary>
    [Parameter("Goes on where the last build failed.")]
    public bool Continue { get; internal set; }

    /// <summary>Runs the build; the expressions name what runs when the command line names no target.</summary>
    /// <returns>0, or -1 when the build failed.</returns>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() =>
        BuildManager.Execute(defaultTargetExpressions);

    /// <summary>Called once all parameters have their values, before the first target.</summary>
    protected internal virtual void OnBuildInitialized()
    {
    }

    /// <summary>Called after the last target and the summary, whether the build succeeded or not.</summary>
    protected internal virtual void OnBuildFinished()
    {
    }
}
