using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

sealed partial class Build
{
    static AbsolutePath BenchDirectory => TemporaryDirectory / "bench";

    static AbsolutePath PublishedBench => PublishDirectory / "bench" / "Drawbridge.Bench.dll";

    Target Bench => _ => _
        .Description("Measures how fast SQL is read and scripts are validated.")
        .DependsOn(Restore, Package)
        .Executes(() =>
        {
            PublishTo(RootDirectory / "bench", PublishedBench.Parent);
            RunBench($"--filter * --artifacts {BenchDirectory / "results"}");
            RunBench($"validate {PackagedAction} {BenchDirectory / "repository"}");
            RunBench($"validate-tsql {PackagedAction} {BenchDirectory / "repository-tsql"}");
        });

    static void RunBench(string arguments) => ProcessTasks
        .StartProcess("dotnet", $"{PublishedBench} {arguments}", RootDirectory)
        .AssertZeroExitCode();
}
