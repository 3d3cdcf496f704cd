using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

sealed partial class Build
{
    static AbsolutePath BenchDirectory => TemporaryDirectory / "bench";

    static AbsolutePath PublishedHello => PublishDirectory / "hello" / "Hello.dll";

    static AbsolutePath PublishedBench => PublishDirectory / "bench" / "Drawbridge.Bench.dll";

    Target InstallPeers => _ => _
        .Unlisted()
        .Executes(() =>
        {
            var directory = BenchDirectory / "peers";
            directory.CreateDirectory();
            foreach (var file in Directory.EnumerateFiles(RootDirectory / "bench" / "Peers", "package*.json"))
            {
                File.Copy(file, directory / Path.GetFileName(file), overwrite: true);
            }

            // Not 'ci': the lock file can't name the binaries of every platform, for not every feed carries them.
            using var npm = ProcessTasks.StartProcess("npm", "install --ignore-scripts --no-audit --no-fund", directory);
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
            RunBench($"upload {PackagedAction} {BenchDirectory / "repository-upload"}");
            PublishTo(RootDirectory / "bench" / "Hello", PublishedHello.Parent);
            RunBench($"function {PublishedHello} package={PackagedFunction}");
            RunBench($"path {PackagedAction} {PackagedFunction}");
            RunBench($"fleet {PackagedFunction}");
            RunBench($"peers {PackagedAction} {BenchDirectory}");
            RunBench($"peers {PackagedAction} {BenchDirectory} --corpus ddl --sizes 200 --latency 1 5");
        });

    static void RunBench(string arguments) => ProcessTasks
        .StartProcess("dotnet", $"{PublishedBench} {arguments}", RootDirectory)
        .AssertZeroExitCode();
}
