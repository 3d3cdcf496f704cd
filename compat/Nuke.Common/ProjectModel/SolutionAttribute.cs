using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>The solution that <c>.nuke/parameters.json</c> names, or the only one in the root directory.</summary>
public class SolutionAttribute() : ParameterAttribute("The solution file.")
{
    internal static Solution Open(string? name)
    {
        var root = NukeBuild.RootDirectory;
        var file = name is null ? root.GetFiles("*.slnx").FirstOrDefault() : root / name;
        return file is not null && file.FileExists()
            ? new(file)
            : throw new BuildFailedException(
                $"There is no solution '{name ?? "*.slnx"}' in '{root}'; name one in '.nuke/parameters.json'.");
    }
}
