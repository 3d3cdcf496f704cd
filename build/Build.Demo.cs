using Nuke.Common;
using Nuke.Common.IO;

sealed partial class Build
{
    [Parameter("Up deploys nothing, for a repository of your own.")]
    readonly bool Empty;

    static AbsolutePath DemoDirectory => TemporaryDirectory / "demo";

    static AbsolutePath PublishedDemo => PublishDirectory / "demo" / "Demo.dll";

    Target Demo => _ => _
        .Description("Shows the main job, end to end, on this machine.")
        .DependsOn(Publish)
        .Executes(() => RunDemo(["demo"]));

    Target Up => _ => _
        .Description("Starts what the demo shows, and leaves it running until Ctrl-C.")
        .DependsOn(Publish)
        .Executes(() => RunDemo(Empty ? ["up", "--empty"] : ["up"]));

    void RunDemo(string[] command)
    {
        PublishTo(RootDirectory / "tools" / "Demo", PublishedDemo.Parent);
        string[] arguments =
        [
            PublishedDemo, .. command, "--function", PublishedFunction, "--action", PublishedAction, "--directory", DemoDirectory,
        ];
        RunInForeground("demo", arguments);
    }
}
