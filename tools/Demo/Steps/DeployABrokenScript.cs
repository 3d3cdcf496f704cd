using Drawbridge.LocalEnvironment.Shop;
using Drawbridge.Manifests;

namespace Drawbridge.Demo.Steps;

internal sealed class DeployABrokenScript : IStep
{
    public string Title => "A script that fails changes nothing";

    public async Task Run(Stage stage, CancellationToken cancellationToken)
    {
        var script = stage.Shop.Path(ShopRepository.BrokenScript);
        stage.Narrator.Say($"'{script}' creates a table, then alters one that does not exist.");
        var before = await stage.Database.History();
        await stage.Shop.StartLoyalty();
        var run = await stage.Deploy(await stage.Shop.Merge("loyalty"), cancellationToken);

        stage.Expect(run.ExitCode == 1, "The deployment is red.");
        stage.Expect(
            run.Annotations.Any(error => error.File == script && error.Line == ShopRepository.BrokenLine),
            $"The annotation stands on line {ShopRepository.BrokenLine} of '{script}', the second statement.");
        stage.Expect(
            stage.Platform.Results(stage.Database.Name)[^1].Status == ResultStatus.Failed, "The result says 'failed'.");
        stage.Expect(
            !await stage.Database.Contains(ShopRepository.BrokenTable),
            "The first statement's table is not in the database.");
        stage.Expect(
            (await stage.Database.History()).Count == before.Count, $"The history has {before.Count} rows, as before.");
    }
}
