using Drawbridge.GitHubAction.Tests.Deploy;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.ActionYml;

/// <summary>The whole of <c>action.yml</c>, in jobs of the events that it is made for.</summary>
[Collection(BuiltActionUsers.Name)]
public sealed class RunningForEvents(BuiltAction built) : DeployTest
{
    private static readonly string Nothing = new('0', 40);

    [Fact]
    public void Built_from_source_it_does_its_work()
    {
        built.Run.Used.ShouldBe(["actions/setup-dotnet"]);
        built.Run.Action.Text.ShouldContain("Drawbridge is built from source: this commit is no release.");
        built.Run.Action.Outputs["result"].ShouldBe("succeeded");
        built.Run.Action.Outputs["error-count"].ShouldBe("0");
        built.Run.Action.Summary.ShouldContain("in 1 script of 1 database");
    }

    [Fact]
    public async Task A_pull_request_is_checked_without_a_token_and_its_mistake_fails_the_job()
    {
        var before = await CommitShop();
        await Repository.StartBranch("change");
        Repository.Write("migrations/shop/2_again.up.sql", "SELECT 1;\n");
        var head = await Repository.Commit("migrations: take a version twice");
        var merge = await Repository.CheckoutPullRequest("change");

        var run = await Use(GitHubEvent.PullRequest(new PullRequest(7, "main", before, "change", head, merge)));

        run.ExitCode.ShouldBe(1, run.Text);
        run.Text.ShouldContain("The event 'pull_request' asks for 'validate'.");
        run.Annotations.Select(annotation => annotation.Title).ShouldContain("duplicate-version");
        run.Outputs["result"].ShouldBe("failed");
        run.Outputs["error-count"].ShouldBe("1");
        run.Outputs["release"].ShouldBeEmpty("no release was written");
        run.Summary.ShouldContain("duplicate-version");
    }

    [Fact]
    public async Task A_merge_group_is_checked()
    {
        var commit = await CommitShop();
        var payload = $$"""
            { "action": "checks_requested", "merge_group": { "head_sha": "{{commit}}", "base_sha": "{{commit}}" } }
            """;

        var run = await Use(new GitHubEvent("merge_group", "refs/heads/gh-readonly-queue/main/pr-7", commit, payload));

        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("The event 'merge_group' asks for 'validate'.");
        run.Outputs["result"].ShouldBe("succeeded");
        Aws.Objects(Bucket).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_push_to_the_default_branch_is_shipped_to_the_bucket_of_the_input()
    {
        var push = GitHubEvent.Push("main", Nothing, await CommitShop());

        var run = await Use(push, KeyValuePair.Create("bucket", Bucket));

        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("The event 'push' asks for 'deploy'.");
        run.Outputs["result"].ShouldBe("succeeded");
        run.Outputs["applied-count"].ShouldBe("3");
        run.Outputs["release"].ShouldBe(Releases()[^1].Id);
        run.Outputs["error-count"].ShouldBeEmpty("nothing was validated");
        run.Summary.ShouldContain("shop");
    }

    [Fact]
    public async Task A_run_by_hand_must_say_what_it_wants()
    {
        var commit = await CommitShop();
        const string Payload =
            """{ "inputs": {}, "ref": "refs/heads/main", "repository": { "default_branch": "main" } }""";
        var byHand = new GitHubEvent("workflow_dispatch", "refs/heads/main", commit, Payload);

        var vague = await Use(byHand);
        vague.ExitCode.ShouldBe(1, vague.Text);
        vague.Annotations.ShouldHaveSingleItem().Title.ShouldBe("event-unsuited");

        var clear = await Use(byHand, KeyValuePair.Create("command", "validate"));
        clear.ExitCode.ShouldBe(0, clear.Text);
    }

    [Fact]
    public async Task An_input_is_a_value_and_never_a_piece_of_shell()
    {
        var push = GitHubEvent.Push("main", Nothing, await CommitShop());
        const string Hostile = "\"; touch pwned; $(touch pwned) `touch pwned` '";

        var run = await Use(push, KeyValuePair.Create("command", Hostile), KeyValuePair.Create("migrations", Hostile));

        run.ExitCode.ShouldNotBe(0, run.Text);
        File.Exists(Path.Combine(Repository.Folder, "pwned")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_checkout_may_lie_in_a_folder_of_the_workspace()
    {
        var push = GitHubEvent.Push("main", Nothing, await CommitShop());
        var folder = Path.GetDirectoryName(Repository.Folder)!;

        var run = await Use(
            push, folder, KeyValuePair.Create("command", "validate"), KeyValuePair.Create("working-directory", "shop"));

        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("in 3 scripts of 2 databases");
    }

    private Task<ActionRun> Use(GitHubEvent trigger, params KeyValuePair<string, string>[] inputs) =>
        Use(trigger, Repository.Folder, inputs);

    private async Task<ActionRun> Use(
        GitHubEvent trigger, string workspace, params KeyValuePair<string, string>[] inputs)
    {
        var folder = Directory.CreateTempSubdirectory("drawbridge-job-").FullName;
        try
        {
            using var server = new ReleaseServer(built.Archive);
            var action = ReleasedAction.Create(Path.Combine(folder, "action"), built.Archive, server.Address);
            var job = new CompositeJob(trigger, workspace, folder) { Variables = Aws.ClientVariables };
            var run = await action.Use(job, inputs);
            run.Used.ShouldBeEmpty("the archive needs nothing to be set up");
            return run.Action;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
