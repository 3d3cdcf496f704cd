using Drawbridge.Demo.Steps;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Shop;

namespace Drawbridge.Demo;

/// <summary>Sets the stage, performs, and clears up.</summary>
internal sealed class Performance(LocalPlatformOptions options, LocalPostgresOptions postgresOptions, Narrator narrator)
{
    /// <summary>What a shell answers for Ctrl-C.</summary>
    private const int Interrupted = 130;

    private static readonly IStep[] Steps =
    [
        new RejectAMistake(),
        new AcceptTheCorrection(),
        new MergeAndDeploy(),
        new DeployAgain(),
        new DeployABrokenScript(),
        new LookAround(),
    ];

    /// <summary>Runs all steps.</summary>
    public static async Task Show(Stage stage, CancellationToken cancellationToken)
    {
        foreach (var (index, step) in Steps.Index())
        {
            stage.Narrator.Title($"({index + 1}) {step.Title}");
            await step.Run(stage, cancellationToken);
        }
    }

    /// <summary>Deploys the shop and waits for Ctrl-C.</summary>
    public static async Task KeepRunning(Stage stage, CancellationToken cancellationToken)
    {
        await stage.Shop.CorrectOrders();
        var run = await stage.Deploy(await stage.Shop.Merge("orders"), cancellationToken);
        stage.Expect(run.ExitCode == 0, "The shop is deployed.");
        await new VisitorGuide(stage).ShowTheShop();
        await Stay(cancellationToken);
    }

    /// <summary>Deploys nothing and waits for Ctrl-C.</summary>
    public static async Task KeepEmpty(Stage stage, CancellationToken cancellationToken)
    {
        await new VisitorGuide(stage).ShowAnEmptyServer();
        await Stay(cancellationToken);
    }

    private static async Task Stay(CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Sets the stage and performs; the answer is the exit code.</summary>
    public async Task<int> Run(Func<Stage, CancellationToken, Task> performance, CancellationToken cancellationToken)
    {
        try
        {
            ClearFolder();
            narrator.Title("Starting PostgreSQL, S3 and the function");
            await using var postgres = await LocalPostgres.Start(
                postgresOptions with { Report = narrator.Say }, cancellationToken);
            await using var guest = await GuestRoom.Take(postgres);
            await using var platform = await LocalPlatform.Start(options, postgres, cancellationToken);
            var shop = await ShopRepository.Create(Path.Combine(options.Folder, "repository"), ShopDatabases.AsWritten);
            await performance(new Stage(platform, shop, narrator, options.Folder), cancellationToken);
            return 0;
        }
        catch (Exception problem) when (problem is DemoException or LocalEnvironmentException)
        {
            narrator.Fail(problem.Message);
            narrator.Say($"The function's log is '{Path.Combine(options.Folder, "function.log")}'.");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            narrator.Fail("Stopped before the end.");
            return Interrupted;
        }
    }

    // Only what an earlier run has left: the folder may be anybody's.
    private void ClearFolder()
    {
        foreach (var name in (string[])["repository", "buckets", "runs"])
        {
            var folder = new DirectoryInfo(Path.Combine(options.Folder, name));
            if (folder.Exists)
            {
                // Git protects its objects against writing, which Windows takes for a protection against deleting.
                Array.ForEach(folder.GetFiles("*", SearchOption.AllDirectories), file => file.IsReadOnly = false);
                folder.Delete(recursive: true);
            }
        }
    }
}
