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

    // The name that Lambda starts.
    static AbsolutePath PackagedFunction => TemporaryDirectory / "package" / "Function" / "bootstrap";

    static AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    Target Package => _ => _
        .Description("Makes the function's zip and the action's archive, the same bytes each time.")
        .After(Compile)
        .Before(Test)
        .Produces(PackagesDirectory / "*")
        .Executes(() =>
        {
            PackagesDirectory.CreateOrCleanDirectory();
            Assemble(FunctionProject, PackagedFunction);
            WriteCertificates(PackagedFunction.Parent);
            Pack(PackagedFunction.Parent, PackagesDirectory / "drawbridge-function.zip");
            Assemble(ActionProject, PackagedAction);
            Pack(PackagedAction.Parent, PackagesDirectory / $"drawbridge-action-{PackageRuntime}.zip");
        });

    // Restores again: the compiler of machine code is a package that only this needs.
    static void Assemble(AbsolutePath project, AbsolutePath program)
    {
        var published = (TemporaryDirectory / "native" / project.Name).CreateOrCleanDirectory();
        DotNetPublish(s => s
            .SetProject(project)
            .SetConfiguration(Configuration.Release)
            .SetRuntime(PackageRuntime)
            .SetOutput(published));
        program.Parent.CreateOrCleanDirectory();
        File.Move(published.GetFiles().Single(file => file.Extension is not (".dbg" or ".pdb")), program);

        var glibc = GlibcVersion.Needed(File.ReadAllBytes(program));
        Assert.True(
            glibc <= GlibcVersion.Lambda,
            $"'{program.Name}' needs glibc {glibc}, and Lambda has {GlibcVersion.Lambda}. Package where it is no newer: on Ubuntu 22.04, Debian 12 or Amazon Linux 2023.");
    }

    static void Pack(AbsolutePath directory, AbsolutePath archive)
    {
        DeterministicZip.Write(directory, archive);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)));
        (archive + ".sha256").WriteAllText($"{hash}  {archive.Name}");
        Log.Information("{Archive}: {Size} bytes, SHA-256 {Hash}", archive.Name, new FileInfo(archive).Length, hash);
    }
}
