using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.Injection;
using Nuke.Common.ProjectModel;

namespace Nuke.Common.Output;

/// <summary>The targets and parameters of a build, for people.</summary>
internal static class HelpText
{
    public static string Of(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
    {
        var text = new StringBuilder(
            "Usage: ./build.sh [targets] [parameters]\n\nTargets (with their direct dependencies):\n\n");
        foreach (var target in targets.Where(target => !target.Definition.IsUnlisted))
        {
            Row(text, target.Name + (target.IsDefault ? " (default)" : ""), target.Definition.Text ?? "");
            if (target.Dependencies.Count > 0)
            {
                Row(text, "", $"-> {string.Join(", ", target.Dependencies.Select(other => other.Name))}");
            }
        }

        text.Append("\nParameters:\n\n");
        Rows(text, build, isOption: false);
        text.Append("\nParameters of every build:\n\n");
        Rows(text, build, isOption: true);
        Row(text, "--skip", "Targets to leave out; without names, all that were not asked for.");
        Row(text, "--profile", "Also reads '.nuke/parameters.<profile>.json'.");
        Row(text, "--host", $"{string.Join(", ", BuildHost.All.Select(host => host.Name))}; found out by default.");
        return text.ToString().TrimEnd();
    }

    private static void Rows(StringBuilder text, NukeBuild build, bool isOption)
    {
        foreach (var parameter in Parameter.AllOf(build.GetType()).Where(parameter => parameter.IsOption == isOption))
        {
            Row(text, parameter.Option, parameter.Attribute.Description + Default(parameter, build));
        }
    }

    private static string Default(Parameter parameter, NukeBuild build) => parameter.Get(build) switch
    {
        null or false or "" or Array => "",
        _ when parameter.IsOption => "",
        Solution solution => $" [{solution.Path.Name}]",
        var value => $" [{value}]",
    };

    private static void Row(StringBuilder text, string name, string description) =>
        text.Append("  ").Append(name.PadRight(22)).Append(description).Append('\n');
}
