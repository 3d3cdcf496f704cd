using System.Diagnostics;

namespace Drawbridge.LocalEnvironment.Postgres;

/// <summary>PostgreSQL refuses to run as root, so its processes run as <c>nobody</c> there.</summary>
internal static class ServerUser
{
    /// <summary>The id of <c>nobody</c> and its group on Linux, whatever a distribution calls that group.</summary>
    private const string Nobody = "65534";

    private static bool IsRoot => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>Whether that user may enter the folder: root's home and its worktrees are closed to others.</summary>
    public static bool CanReach(string folder)
    {
        for (var directory = new DirectoryInfo(folder); IsRoot && directory is not null; directory = directory.Parent)
        {
            if (!directory.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A shell that runs as the right user.</summary>
    public static ProcessStartInfo Shell(LocalPostgresOptions options)
    {
        string[] shell = ["sh"];
        var command = IsRoot ? [.. Drop(options.SearchPath), .. shell] : shell;
        // The root folder, because the unprivileged user may not be able to stand in ours.
        return new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/" };
    }

    private static string[] Drop(string searchPath) =>
        searchPath.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "setpriv")))
            ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--"]
            : ["runuser", "-u", "nobody", "--"];
}
