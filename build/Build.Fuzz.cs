using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

sealed partial class Build
{
    Target Fuzz => _ => _
        .Description("Reads damaged scripts, for minutes instead of the seconds that Test gives it.")
        .DependsOn(Compile)
        .Executes(() => DotNetTest(s => s
            .SetProjectFile(RootDirectory / "tests" / "Drawbridge.Tests")
            .SetConfiguration(Configuration)
            .EnableNoBuild()
            .SetFilter("FullyQualifiedName~FuzzingTheReader")
            .AddLoggers("console;verbosity=detailed")
            .SetProcessEnvironmentVariable("DRAWBRIDGE_FUZZ_MINUTES", $"{Minutes}")
            .SetProcessEnvironmentVariable("DRAWBRIDGE_FUZZ_SEED", $"{Seed}")));
}
