using System.Security.Cryptography;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

sealed partial class Build : NukeBuild
{
    // Release, unlike in Nuke's template, because the guard rails of Directory.Build.props are errors only there.
    [Parameter("Debug or Release.")]
    readonly Configuration Configuration = Configuration.Release;

    [Parameter("How many minutes Chaos and Fuzz take.")]
    readonly int Minutes = 5;

    [Parameter("What Chaos and Fuzz start from: a new one each time, unless a failure is to come again.")]
    readonly int Seed = RandomNumberGenerator.GetInt32(1_000_000_000);

    [Solution]
    readonly Solution Solution;

    public static int Main() => Execute<Build>(x => x.Compile);

    static AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";

    Target Clean => _ => _
        .Description("Deletes what was built, published, packaged and reported.")
        .Before(Restore)
        .Executes(() =>
        {
            PackagesDirectory.DeleteDirectory();
            TestResultsDirectory.DeleteDirectory();
            PublishDirectory.DeleteDirectory();

            // All but the build's own, for it runs from there.
            ArtifactsDirectory.GetDirectories("*", depth: 2)
                .Where(x => x.Parent.Name is "bin" or "obj" && x.Name != "_build")
                .ToList()
                .ForEach(x => x.DeleteDirectory());
        });

    Target Restore => _ => _
        .Description("Restores the packages.")
        .Executes(() => DotNetRestore(s => s
            .SetProjectFile(Solution)));

    Target Compile => _ => _
        .Description("Compiles everything.")
        .DependsOn(Restore)
        .Executes(() => DotNetBuild(s => s
            .SetProjectFile(Solution)
            .SetConfiguration(Configuration)
            .EnableNoRestore()));
}
