using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.Demo.Steps;

internal sealed class DeployAgain : IStep
{
    public string Title => "Deployed again: nothing to do";

    public async Task Run(Stage stage, CancellationToken cancellationToken)
    {
        var before = await stage.Database.History();
        var commit = await stage.Shop.Git.Revision("HEAD");
        var run = await stage.Deploy(GitHubEvent.Push(GitRepository.Main, commit, commit), cancellationToken);
        stage.Expect(run is { ExitCode: 0 }, "The deployment is green.");
        stage.Expect(stage.Platform.Results(stage.Database.Name)[^1].Applied == 0, "Nothing was applied.");
        stage.Expect(
            (await stage.Database.History()).Count == before.Count, $"The history has {before.Count} rows, as before.");
    }
}
