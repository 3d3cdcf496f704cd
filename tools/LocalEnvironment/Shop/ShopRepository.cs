using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.LocalEnvironment.Shop;

/// <summary>
/// The sample shop as a git repository with a history to show: what is merged, and pull requests to merge.
/// </summary>
public sealed class ShopRepository
{
    /// <summary>The script whose version two people chose at once.</summary>
    public const string MistakenScript = "2_create_order_tables.up.sql";

    /// <summary>A script whose second statement fails, at <see cref="BrokenLine"/>.</summary>
    public const string BrokenScript = "7_add_loyalty.up.sql";

    /// <summary>Where the failing statement of <see cref="BrokenScript"/> begins.</summary>
    public const int BrokenLine = 8;

    /// <summary>The table that the first statement of <see cref="BrokenScript"/> creates.</summary>
    public const string BrokenTable = "loyalty_points";

    private const string Broken =
        $"""
        CREATE TABLE {BrokenTable} (
            user_id bigint PRIMARY KEY REFERENCES users (id),
            points integer NOT NULL DEFAULT 0
        );

        -- The table is called "users", which only the real database can tell.

        ALTER TABLE customers ADD COLUMN level text NOT NULL DEFAULT 'bronze';

        """;

    private readonly ShopDatabases _databases;
    private int _pullRequests;

    private ShopRepository(GitRepository git, ShopDatabases databases)
    {
        Git = git;
        _databases = databases;
    }

    /// <summary>The repository.</summary>
    public GitRepository Git { get; }

    /// <summary>
    /// Makes it: the database and its first two tables are merged, the rest waits on the branch <c>orders</c>.
    /// </summary>
    public static async Task<ShopRepository> Create(string folder, ShopDatabases databases)
    {
        var shop = new ShopRepository(await GitRepository.Create(folder), databases);
        shop.Copy(script => !IsUnmerged(script));
        await shop.Git.Commit("Create users and widgets");
        await shop.Git.StartBranch("orders");
        shop.Copy(IsUnmerged);
        await shop.Git.Commit("Take orders");
        await shop.Git.Checkout(GitRepository.Main);
        return shop;
    }

    /// <summary>Where a script of the project's database lies in the repository.</summary>
    public string Path(string script) => $"migrations/{_databases.Project}/{script}";

    /// <summary>Gives the order tables of the branch <c>orders</c> a version of their own.</summary>
    public async Task CorrectOrders()
    {
        await Git.Checkout("orders");
        await Git.Move(Path(MistakenScript), Path("3_create_order_tables.up.sql"));
        await Git.Move(Path("2_create_order_tables.down.sql"), Path("3_create_order_tables.down.sql"));
        await Git.Commit("Number the order tables after the widgets");
    }

    /// <summary>Starts a branch with <see cref="BrokenScript"/>, valid SQL that this database must refuse.</summary>
    public async Task StartLoyalty()
    {
        await Git.Checkout(GitRepository.Main);
        await Git.StartBranch("loyalty");
        Git.Write(Path(BrokenScript), Broken);
        await Git.Commit("Reward loyal customers");
    }

    /// <summary>Checks out what GitHub checks out for a pull request of the branch.</summary>
    public async Task<GitHubEvent> OpenPullRequest(string branch)
    {
        var merge = await Git.CheckoutPullRequest(branch);
        return GitHubEvent.PullRequest(new PullRequest(
            ++_pullRequests, GitRepository.Main, await Git.Revision(GitRepository.Main), branch, await Git.Revision(branch), merge));
    }

    /// <summary>Merges a branch and checks out main.</summary>
    public async Task<GitHubEvent> Merge(string branch)
    {
        await Git.Checkout(GitRepository.Main);
        var before = await Git.Revision("HEAD");
        return GitHubEvent.Push(GitRepository.Main, before, await Git.Merge(branch));
    }

    private static bool IsUnmerged(string script) => script[0] is not ('1' or '2');

    private static string Mistake(string script) =>
        script.Replace("3_create_order", "2_create_order", StringComparison.Ordinal);

    private void Copy(Func<string, bool> isWanted)
    {
        var sample = System.IO.Path.Combine(AppContext.BaseDirectory, "shop");
        foreach (var file in Directory.EnumerateFiles(sample, "*.sql", SearchOption.AllDirectories).Select(path => new FileInfo(path)))
        {
            if (isWanted(file.Name))
            {
                var folder = Rename(file.Directory!.Name);
                var name = folder == _databases.Root ? $"{_databases.RootVersion}{file.Name[1..]}" : Mistake(file.Name);
                var path = $"migrations/{folder}/{Rename(name)}";
                Git.Write(path, Rename(File.ReadAllText(file.FullName)));
            }
        }
    }

    private string Rename(string text) => text == ShopDatabases.AsWritten.Root
        ? _databases.Root
        : text.Replace(ShopDatabases.AsWritten.Project, _databases.Project, StringComparison.Ordinal);
}
