using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

sealed partial class Build
{
    [Parameter("Format only says what is off, as it does on a build server.")]
    readonly bool Check = IsServerBuild;

    Target Format => _ => _
        .Description("Formats the code.")
        .DependsOn(Restore)
        .Executes(() =>
        {
            if (Check)
            {
                CheckBlanks();
            }
            else
            {
                DotNetFormat(s => s.SetProject(Solution).EnableNoRestore());
            }
        });

    // Compiling holds the style, so what is left to look at is where blanks and lines begin and end.
    void CheckBlanks()
    {
        var check = ProcessTasks.StartProcess("dotnet", "format whitespace --verify-no-changes --no-restore", RootDirectory);
        check.WaitForExit();
        Assert.True(check.ExitCode == 0, "Formatting is off; run './build.sh Format' and commit what it changed");
    }
}
