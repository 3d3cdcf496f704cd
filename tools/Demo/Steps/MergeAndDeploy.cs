using Drawbridge.LocalEnvironment.Shop;
using Drawbridge.Manifests;

namespace Drawbridge.Demo.Steps;

internal sealed class MergeAndDeploy : IStep
{
    public string Title => "The merge is deployed";

    public async Task Run(Stage stage, CancellationToken cancellationToken)
    {
        stage.Narrator.Say(
            "The action uploads scripts and release; the function, the only one that knows the database, applies "
            + "them.");
        var run = await stage.Deploy(await stage.Shop.Merge("orders"), cancellationToken);
        stage.Expect(run is { ExitCode: 0 }, "The deployment is green.");
        foreach (var database in (string[])[ShopDatabases.AsWritten.Root, ShopDatabases.AsWritten.Project])
        {
            var result = stage.Platform.Results(database)[^1];
            stage.Expect(
                result is { Status: ResultStatus.Succeeded, Pending: 0, Applied: > 0 },
                $"The result for '{database}' says: {result.Applied} applied, {result.Pending} pending.");
        }

        stage.Expect(await stage.Database.Contains("order_summary"), "The view 'order_summary' is in the database.");
        stage.Expect(
            await stage.Database.Contains("orders_user_id_idx"), "So is the index that was built concurrently.");
    }
}
