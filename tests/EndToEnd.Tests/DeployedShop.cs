using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.LocalEnvironment.Shop;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

/// <summary>The sample shop after its pull request was rejected, corrected, merged and deployed.</summary>
public sealed class DeployedShop : IAsyncLifetime
{
    private readonly SharedPostgres _postgres = new();

    internal Platform Platform { get; private set; } = null!;

    internal ShopRepository Repository { get; private set; } = null!;

    internal ActionRun Rejection { get; private set; } = null!;

    internal ActionRun Approval { get; private set; } = null!;

    internal ActionRun Deployment { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (AwsAccount.Named is { } account)
        {
            Platform = await Platform.At(account);
        }
        else
        {
            await _postgres.InitializeAsync();
            if (!_postgres.IsThere)
            {
                return;
            }

            Platform = await Platform.Start(_postgres.Server);
        }

        Repository = await ShopRepository.Create(Platform.RepositoryFolder, Platform.Databases);
        Rejection = await Platform.Validate(await Repository.OpenPullRequest("orders"));
        await Repository.CorrectOrders();
        Approval = await Platform.Validate(await Repository.OpenPullRequest("orders"));
        Deployment = await Platform.Deploy(await Repository.Merge("orders"));
    }

    public async Task DisposeAsync()
    {
        await (Platform?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _postgres.DisposeAsync();
    }
}
