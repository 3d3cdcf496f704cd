using Nuke.Common.Injection;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>
/// The directory with <c>.nuke</c>, at or above the working directory, unless <c>--root</c> names another.
/// </summary>
internal static class RootLocation
{
    public static AbsolutePath Find(ParameterSources sources)
    {
        if (sources.CommandLine.Find("Root") is { } root)
        {
            return Path.GetFullPath(root.Values is [var path] ? path : Environment.CurrentDirectory);
        }

        for (var directory = new DirectoryInfo(Environment.CurrentDirectory); directory is not null; directory = directory.Parent)
        {
            if (Directory.Exists(Path.Combine(directory.FullName, ".nuke")))
            {
                return directory.FullName;
            }
        }

        throw new BuildFailedException(
            $"There is no '.nuke' directory at or above '{Environment.CurrentDirectory}'; start the build inside the "
            + "repository or add '--root <path>'.");
    }
}
