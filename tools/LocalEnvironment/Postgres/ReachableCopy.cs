using System.Diagnostics;

namespace Drawbridge.LocalEnvironment.Postgres;

/// <summary>
/// A copy of the binaries in the system's temporary folder, for a repository that only root can enter.
/// </summary>
internal static class ReachableCopy
{
    public static async Task<string> Of(string folder, CancellationToken cancellationToken)
    {
        var copy = Directory.CreateTempSubdirectory("drawbridge-postgres-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(copy, recursive: true);
        using var cp = Process.Start("cp", ["-R", $"{folder}/.", copy]);
        await cp.WaitForExitAsync(cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, File.GetUnixFileMode(copy) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        return ServerUser.CanReach(copy)
            ? copy
            : throw new LocalEnvironmentException(
                $"PostgreSQL can't run as root, and no other user can reach '{copy}'. Set TMPDIR to a folder that "
                + "everyone may enter.");
    }
}
