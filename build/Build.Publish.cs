using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

sealed partial class Build
{
    static AbsolutePath FunctionProject => RootDirectory / "src" / "Function";

    static AbsolutePath ActionProject => RootDirectory / "src" / "Action";

    static AbsolutePath PublishDirectory => TemporaryDirectory / "publish";

    static AbsolutePath PublishedFunction => PublishDirectory / "function" / "Drawbridge.LambdaFunction.dll";

    static AbsolutePath PublishedAction => PublishDirectory / "action" / "Drawbridge.GitHubAction.dll";

    Target Publish => _ => _
        .Description("Publishes the function and the action, for the tests and the demo.")
        .DependsOn(Restore)
        .After(Compile)
        .Executes(() =>
        {
            PublishTo(FunctionProject, PublishedFunction.Parent);
            PublishTo(ActionProject, PublishedAction.Parent);
        });

    void PublishTo(AbsolutePath project, AbsolutePath directory) =>
        DotNetPublish(s => s
            .SetProject(project)
            .SetConfiguration(Configuration)
            .SetOutput(directory)
            .EnableNoRestore());
}
