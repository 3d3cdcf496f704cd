using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Validate;

/// <summary>A repository with two merged migrations, and the action that looks at it as a process.</summary>
public sealed class Checkout : IDisposable
{
    /// <summary>The branch of the pull request.</summary>
    public const string Branch = "change";

    private const string Assembly = "Drawbridge.GitHubAction.dll";

    private readonly DirectoryInfo _folder;

    private Checkout(GitRepository repository, DirectoryInfo folder)
    {
        Repository = repository;
        _folder = folder;
    }

    public GitRepository Repository { get; }

    public string Folder => _folder.FullName;

    public static async Task<Checkout> Create()
    {
        var folder = Directory.CreateTempSubdirectory("drawbridge-tests-");
        var repository = await GitRepository.Create(Path.Combine(folder.FullName, "shop"));
        repository.Write("migrations/projectdb/1_create_users.up.sql", "CREATE TABLE users (id int);\n");
        repository.Write("migrations/projectdb/3_create_orders.up.sql", "CREATE TABLE orders (id int);\n");
        await repository.Commit("first");
        return new Checkout(repository, folder);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Makes a branch of one change and checks out its merge with main, as GitHub does.</summary>
    public async Task<GitHubEvent> PullRequest(Func<GitRepository, Task> change)
    {
        await Repository.StartBranch(Branch);
        await change(Repository);
        var head = await Repository.Commit("change");
        var merge = await Repository.CheckoutPullRequest(Branch);
        return GitHubEvent.PullRequest(
            new PullRequest(7, "main", await Repository.Revision("main"), Branch, head, merge));
    }

    /// <summary>The same of one file.</summary>
    public Task<GitHubEvent> PullRequest(string path, string content) => PullRequest(repository =>
    {
        repository.Write(path, content);
        return Task.CompletedTask;
    });

    public Task<ActionRun> Validate(GitHubEvent trigger, params string[] options) =>
        Validate(trigger, Repository, options);

    public Task<ActionRun> Validate(GitHubEvent trigger, GitRepository checkout, params string[] options) =>
        Action(new Dictionary<string, string>()).Run(new ActionCall(trigger, checkout.Folder, ["validate", .. options]));

    /// <summary>Pushes one more commit to the branch, and checks out its merge with main.</summary>
    public async Task<GitHubEvent> Push(Func<GitRepository, Task> change)
    {
        await Repository.Checkout(Branch);
        await change(Repository);
        var head = await Repository.Commit("change again");
        var merge = await Repository.CheckoutPullRequest(Branch);
        return GitHubEvent.PullRequest(
            new PullRequest(7, "main", await Repository.Revision("main"), Branch, head, merge));
    }

    /// <summary>Runs it with more variables, such as those of a GitHub of its own.</summary>
    public Task<ActionRun> Validate(GitHubEvent trigger, IReadOnlyDictionary<string, string> variables, params string[] options) =>
        Action(variables).Run(new ActionCall(trigger, Repository.Folder, ["validate", .. options]));

    /// <summary>Runs it on main with one more variable.</summary>
    public async Task<ActionRun> ValidateWith(string variable, string value)
    {
        var trigger = GitHubEvent.Push(GitRepository.Main, new string('0', 40), await Repository.Revision("HEAD"));
        return await Action(new Dictionary<string, string> { [variable] = value }).Run(new ActionCall(trigger, Repository.Folder, "validate"));
    }

    private ActionProcess Action(IReadOnlyDictionary<string, string> settings) => new(
        Path.Combine(AppContext.BaseDirectory, Assembly), Path.Combine(Folder, $"runs-{Guid.NewGuid():N}"), settings);
}
