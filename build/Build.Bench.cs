using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

sealed partial class Build
{
    static AbsolutePath BenchDirectory => TemporaryDirectory / "bench";

    static AbsolutePath PublishedBench => PublishDirectory / "bench" / "Drawbridge.Bench.dll";

    Target InstallPeers => _ => _
        .Unlisted()
        .Executes(() =>
        {
            var directory = BenchDirectory / "peers";
            directory.CreateDirectory();
            foreach (var file in new[] { "package.json", "package-lock.json" })
            {
                File.Copy(RootDirectory / "bench" / "Peers" / file, directory / file, overwrite: true);
            }

            using var npm = ProcessTasks.StartProcess("npm", "ci --ignore-scripts --no-audit --no-fund", directory);
            npm.AssertWaitForExit();
            if (npm.ExitCode != 0)
            {
                Log.Warning("npm could not install the peers. The others are measured.");
            }
        });

    Target Bench => _ => _
        .Description("Measures how fast SQL is read, and scripts are validated and applied.")
        .DependsOn(Restore, Package, InstallPeers)
        .Executes(() =>
        {
            PublishTo(RootDirectory / "bench", PublishedBench.Parent);
            RunBench($"--filter * --artifacts {BenchDirectory / "results"}");
            RunBench($"validate {PackagedAction} {BenchDirectory / "repository"}");
            RunBench($"validate-tsql {PackagedAction} {BenchDirectory / "repository-tsql"}");
            RunBench($"peers {PackagedAction} {BenchDirectory}");
            RunBench($"peers {PackagedAction} {BenchDirectory} --corpus ddl --sizes 200 --latency 1 5");
        });

    static void RunBench(string arguments) => ProcessTasks
        .StartProcess("dotnet", $"{PublishedBench} {arguments}", RootDirectory)
        .AssertZeroExitCode();
}
