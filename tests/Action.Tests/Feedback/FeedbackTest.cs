using Drawbridge.GitHubAction.Tests.GitHub.Server;
using Drawbridge.GitHubAction.Tests.Validate;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Feedback;

/// <summary>A repository and a GitHub of its own for each test.</summary>
public abstract class FeedbackTest : IAsyncLifetime
{
    protected const string Script = "migrations/projectdb/4_a.up.sql";

    protected const string Fine = "SELECT 1;\n";

    protected const string Faulty = "DROP TABLE orders;\n";

    private protected Checkout Checkout { get; private set; } = null!;

    private protected GitHubServer Server { get; private set; } = null!;

    /// <summary>The one comment below the pull request.</summary>
    private protected ServedComment Comment => Server.Comments.ShouldHaveSingleItem();

    public async Task InitializeAsync()
    {
        Checkout = await Checkout.Create();
        Server = await GitHubServer.Start();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Checkout.Dispose();
    }

    /// <summary>Opens the pull request, and runs the check.</summary>
    private protected async Task<ActionRun> Open(string content, string path = Script, params string[] options) =>
        await Check(await Checkout.PullRequest(path, content), options);

    /// <summary>Pushes one more commit, and runs the check again.</summary>
    private protected async Task<ActionRun> Push(string content, string path = Script, params string[] options) => await Check(
        await Checkout.Push(repository =>
        {
            repository.Write(path, content);
            return Task.CompletedTask;
        }),
        options);

    /// <summary>Runs the check.</summary>
    private protected async Task<ActionRun> Check(GitHubEvent trigger, params string[] options)
    {
        await Server.Look(Checkout.Repository);
        var run = await Checkout.Validate(trigger, Server.Variables, options);
        run.Text.ShouldNotContain(GitHubServer.Token);
        return run;
    }

    /// <summary>Opens the pull request with several files, and runs the check.</summary>
    private protected async Task<ActionRun> Open(Action<GitRepository> change) => await Check(await Checkout.PullRequest(repository =>
    {
        change(repository);
        return Task.CompletedTask;
    }));
}
