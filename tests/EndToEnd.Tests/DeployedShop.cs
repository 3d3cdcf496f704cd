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
        await _postgres.InitializeAsync();
        if (!_postgres.IsThere)
        {
            return;
        }

        Platform = await Platform.Start(_postgres.Server);
        Repository = await ShopRepository.Create(Platform.RepositoryFolder, Platform.Databases);
        var folder = Repository.Git.Folder;
        Rejection = await Platform.Local.Validate(await Repository.OpenPullRequest("orders"), folder);
        await Repository.CorrectOrders();
        Approval = await Platform.Local.Validate(await Repository.OpenPullRequest("orders"), folder);
        Deployment = await Platform.Local.Deploy(await Repository.Merge("orders"), folder);
    }

    public async Task DisposeAsync()
    {
        if (_postgres.IsThere)
        {
            await Platform.DisposeAsync();
            await _postgres.DisposeAsync();
        }
    }
}
