using System.Security.Cryptography;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

sealed partial class Build
{
    const string PackageRuntime = "linux-x64";

    static AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    Target Package => _ => _
        .Description("Makes the function's zip and the action's archive, the same bytes each time.")
        .After(Compile, Test)
        .Produces(PackagesDirectory / "*")
        .Executes(() =>
        {
            PackagesDirectory.CreateOrCleanDirectory();
            Pack(FunctionProject, PackagesDirectory / "drawbridge-function.zip", WriteCertificates);
            Pack(ActionProject, PackagesDirectory / $"drawbridge-action-{PackageRuntime}.zip", _ => { });
        });

    static void Pack(AbsolutePath project, AbsolutePath archive, Action<AbsolutePath> addFiles)
    {
        var directory = (TemporaryDirectory / "package" / archive.NameWithoutExtension).CreateOrCleanDirectory();

        // Restores again: the compiler that works ahead of time is a package that only this needs.
        DotNetPublish(s => s
            .SetProject(project)
            .SetConfiguration(Configuration.Release)
            .SetRuntime(PackageRuntime)
            .SetSelfContained(false)
            .EnablePublishReadyToRun()
            .SetProperty("PublishDocumentationFiles", "false")
            .SetOutput(directory));

        addFiles(directory);
        DeterministicZip.Write(directory, archive);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)));
        (archive + ".sha256").WriteAllText($"{hash}  {archive.Name}");
        Log.Information("{Archive}: {Size} bytes, SHA-256 {Hash}", archive.Name, new FileInfo(archive).Length, hash);
    }
}
