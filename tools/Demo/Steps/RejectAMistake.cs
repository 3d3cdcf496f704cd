using Drawbridge.LocalEnvironment.Shop;

namespace Drawbridge.Demo.Steps;

internal sealed class RejectAMistake : IStep
{
    public string Title => "A pull request with a mistake is rejected";

    public async Task Run(Stage stage, CancellationToken cancellationToken)
    {
        stage.Narrator.Say(
            "The branch 'orders' adds a script with version 2; meanwhile main has another one with that version.");
        var run = await stage.Validate("orders", cancellationToken);
        var script = stage.Shop.Path(ShopRepository.MistakenScript);
        stage.Expect(run.ExitCode == 1, "The check is red.");
        stage.Expect(
            run.Annotations.Any(finding => finding.File == script && finding.Title.Contains("duplicate-version", StringComparison.Ordinal)),
            $"The finding stands on '{script}'.");
    }
}
