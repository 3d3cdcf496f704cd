using System.Diagnostics;
using System.Runtime.InteropServices;
using Nuke.Common;

sealed partial class Build
{
    /// <summary>
    /// Runs one of our programs. It draws on the terminal itself, so nothing may stand between them: Ctrl-C reaches both,
    /// a kill only the build.
    /// </summary>
    static void RunInForeground(string name, IEnumerable<string> arguments)
    {
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        using var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = RootDirectory })!;
        using var passedOn = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            Process.Start("kill", ["-TERM", $"{program.Id}"]).Dispose();
        });
        program.WaitForExit();
        Assert.True(program.ExitCode == 0, $"The {name} ended with exit code {program.ExitCode}; its output above says why");
    }
}
