using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.LocalEnvironment.Shop;

namespace Drawbridge.Demo;

/// <summary>What the steps act on.</summary>
/// <param name="Platform">The action, the bucket, the function and the server.</param>
/// <param name="Shop">The repository.</param>
/// <param name="Narrator">Tells what happens.</param>
/// <param name="Folder">Where the files are left.</param>
internal sealed record Stage(LocalPlatform Platform, ShopRepository Shop, Narrator Narrator, string Folder)
{
    /// <summary>The shop's own database.</summary>
    public ShopDatabase Database { get; } = new(Platform.Postgres, ShopDatabases.AsWritten.Project);

    /// <summary>Checks out a pull request and validates it, telling both.</summary>
    public async Task<ActionRun> Validate(string branch, CancellationToken cancellationToken)
    {
        var @event = await Shop.OpenPullRequest(branch);
        Narrator.Command($"drawbridge validate   # pull request '{branch}'");
        return await Platform.Validate(@event, Shop.Git.Folder, Narrator.Log, cancellationToken);
    }

    /// <summary>Deploys what is checked out, telling it as it happens.</summary>
    public Task<ActionRun> Deploy(GitHubEvent @event, CancellationToken cancellationToken)
    {
        Narrator.Command($"drawbridge {string.Join(' ', Platform.DeployArguments.Select(Quote))}");
        return Platform.Deploy(@event, Shop.Git.Folder, Narrator.Log, cancellationToken);
    }

    /// <summary>Confirms a sentence, or ends the demo because it is not true.</summary>
    /// <exception cref="DemoException">It is not true.</exception>
    public void Expect(bool isSo, string sentence)
    {
        if (!isSo)
        {
            throw new DemoException($"{sentence} This is not so.");
        }

        Narrator.Confirm(sentence);
    }

    private static string Quote(string argument) => argument.Length == 0 ? "\"\"" : argument;
}
