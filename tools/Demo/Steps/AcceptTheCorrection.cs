namespace Drawbridge.Demo.Steps;

internal sealed class AcceptTheCorrection : IStep
{
    public string Title => "The corrected pull request is accepted";

    public async Task Run(Stage stage, CancellationToken cancellationToken)
    {
        stage.Narrator.Say("The author renames the script to version 3.");
        await stage.Shop.CorrectOrders();
        var run = await stage.Validate("orders", cancellationToken);
        stage.Expect(run is { ExitCode: 0, Annotations: [] }, "The check is green.");
    }
}
