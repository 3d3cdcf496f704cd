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
            try
            {
                DotNetFormat(s => Check ? Settings(s).EnableVerifyNoChanges() : Settings(s));
            }
            catch (ProcessException) when (Check)
            {
                Assert.Fail("Formatting is off; run './build.sh Format' and commit what it changed");
            }

            DotNetFormatSettings Settings(DotNetFormatSettings settings) => settings
                .SetProject(Solution)
                .EnableNoRestore();
        });
}
