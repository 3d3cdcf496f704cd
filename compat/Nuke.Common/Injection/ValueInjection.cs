using Nuke.Common.Execution;
using Nuke.Common.ProjectModel;

namespace Nuke.Common.Injection;

/// <summary>
/// Gives the members of a build the values that the command line, the files and the environment hold.
/// </summary>
internal static class ValueInjection
{
    /// <summary>What every build understands besides the members of its base.</summary>
    private static readonly string[] Others = ["Target", "Skip", "Host", "Profile"];

    public static void Inject(NukeBuild build, ParameterSources sources)
    {
        var parameters = Parameter.AllOf(build.GetType());
        RefuseUnknown(parameters, sources.CommandLine);
        foreach (var parameter in parameters)
        {
            var argument = parameter.IsOption ? sources.FindOption(parameter.Name) : sources.Find(parameter.Name);
            if (parameter.Attribute is SolutionAttribute)
            {
                parameter.Set(build, SolutionAttribute.Open(argument?.Values.FirstOrDefault()));
            }
            else if (argument is not null)
            {
                parameter.Set(build, ValueConversion.Convert(parameter, argument.Values));
            }
        }
    }

    private static void RefuseUnknown(IReadOnlyList<Parameter> parameters, CommandLine commandLine)
    {
        var known = parameters.Select(parameter => parameter.Name).Concat(Others).ToList();
        if (commandLine.Names.FirstOrDefault(name => !known.Exists(other => ParameterName.Same(name, other))) is { } unknown)
        {
            throw new BuildFailedException($"There is no parameter '--{unknown}'; './build.sh --help' lists them.");
        }
    }
}
