using System.Diagnostics;
using System.Runtime.InteropServices;
using Nuke.Common;
using Nuke.Common.IO;

sealed partial class Build
{
    static AbsolutePath DemoDirectory => TemporaryDirectory / "demo";

    static AbsolutePath PublishedDemo => PublishDirectory / "demo" / "Demo.dll";

    Target Demo => _ => _
        .Description("Shows the main job, end to end, on this machine.")
        .DependsOn(Publish)
        .Executes(() => RunDemo("demo"));

    Target Up => _ => _
        .Description("Starts what the demo shows, and leaves it running until Ctrl-C.")
        .DependsOn(Publish)
        .Executes(() => RunDemo("up"));

    void RunDemo(string command)
    {
        PublishTo(RootDirectory / "tools" / "Demo", PublishedDemo.Parent);
        string[] arguments =
        [
            PublishedDemo, command, "--function", PublishedFunction, "--action", PublishedAction, "--directory", DemoDirectory,
        ];

        // It draws on the terminal itself, so nothing may stand between them: Ctrl-C reaches both, a kill only the build.
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        using var demo = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = RootDirectory })!;
        using var passedOn = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            Process.Start("kill", ["-TERM", $"{demo.Id}"]).Dispose();
        });
        demo.WaitForExit();
        Assert.True(demo.ExitCode == 0, $"The demo ended with exit code {demo.ExitCode}; its output above says why");
    }
}
