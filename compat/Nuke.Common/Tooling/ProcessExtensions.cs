namespace Nuke.Common.Tooling;

/// <summary>What is expected of processes.</summary>
public static class ProcessExtensions
{
    /// <summary>Waits, and fails when the time limit ended the process.</summary>
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(
            process.WaitForExit(),
            $"'{process.FileName} {process.Arguments}' took longer than its time limit and was ended");
        return process;
    }

    /// <summary>Waits, and fails unless the exit code is 0.</summary>
    public static IProcess AssertZeroExitCode(this IProcess process) =>
        process.AssertWaitForExit().ExitCode == 0 ? process : throw new ProcessException(process);
}
