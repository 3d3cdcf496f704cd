using System.Security.Cryptography;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

sealed partial class Build
{
    const string PackageRuntime = "linux-x64";

    static AbsolutePath PackagedAction => TemporaryDirectory / "package" / "Action" / "Drawbridge.GitHubAction";

    static AbsolutePath PackagedFunction => TemporaryDirectory / "package" / "Function" / "Drawbridge.LambdaFunction.dll";

    static AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    Target Package => _ => _
        .Description("Makes the function's zip and the action's archive, the same bytes each time.")
        .After(Compile, Test)
        .Produces(PackagesDirectory / "*")
        .Executes(() =>
        {
            PackagesDirectory.CreateOrCleanDirectory();
            var function = Assemble(FunctionProject, selfContained: false);
            var action = Assemble(ActionProject, selfContained: true);
            WriteCertificates(function);
            Pack(function, PackagesDirectory / "drawbridge-function.zip");
            Pack(action, PackagesDirectory / $"drawbridge-action-{PackageRuntime}.zip");
        });

    // Lambda brings the runtime along, the machine of a job need not.
    static AbsolutePath Assemble(AbsolutePath project, bool selfContained)
    {
        var directory = (TemporaryDirectory / "package" / project.Name).CreateOrCleanDirectory();

        // Restores again: the compiler that works ahead of time is a package that only this needs.
        DotNetPublish(s => s
            .SetProject(project)
            .SetConfiguration(Configuration.Release)
            .SetRuntime(PackageRuntime)
            .SetSelfContained(selfContained)
            .EnablePublishReadyToRun()
            .SetProperty("PublishDocumentationFiles", "false")
            .SetOutput(directory));
        return directory;
    }

    static void Pack(AbsolutePath directory, AbsolutePath archive)
    {
        DeterministicZip.Write(directory, archive);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)));
        (archive + ".sha256").WriteAllText($"{hash}  {archive.Name}");
        Log.Information("{Archive}: {Size} bytes, SHA-256 {Hash}", archive.Name, new FileInfo(archive).Length, hash);
    }
}
