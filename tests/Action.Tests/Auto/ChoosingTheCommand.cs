using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Tests.Deploy;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Auto;

public sealed class ChoosingTheCommand : DeployTest
{
    private static readonly string Nothing = new('0', 40);

    [Fact]
    public async Task A_pull_request_is_checked_and_nothing_is_shipped()
    {
        var before = await CommitShop();
        await Repository.StartBranch("change");
        Repository.Write("migrations/shop/2_again.up.sql", "SELECT 1;\n");
        var head = await Repository.Commit("migrations: take a version twice");
        var merge = await Repository.CheckoutPullRequest("change");

        var request = new PullRequest(7, "main", before, "change", head, merge);
        var run = await RunOn(GitHubEvent.PullRequest(request), "auto");

        run.ExitCode.ShouldBe(1, run.Text);
        run.Text.ShouldContain("The event 'pull_request' asks for 'validate'.");
        run.Annotations.Select(annotation => annotation.Title).ShouldContain("duplicate-version");
        Aws.Objects(Bucket).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merge_group_is_checked_too()
    {
        var commit = await CommitShop();
        var payload = $$"""{ "merge_group": { "head_sha": "{{commit}}", "base_sha": "{{commit}}" } }""";

        var trigger = new GitHubEvent("merge_group", "refs/heads/gh-readonly-queue/main/pr-7", commit, payload);
        var run = await RunOn(trigger, "auto");

        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("in 3 scripts of 2 databases");
        Aws.Objects(Bucket).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_push_to_the_default_branch_is_shipped()
    {
        var commit = await CommitShop();

        var run = await RunOn(GitHubEvent.Push("main", Nothing, commit), "auto");

        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("The event 'push' asks for 'deploy'.");
        run.Outputs["applied-count"].ShouldBe("3");
    }

    [Theory]
    [InlineData("push", "refs/heads/feature", "is to 'refs/heads/feature'", "[main]")]
    [InlineData("push", "refs/tags/main", "is to 'refs/tags/main'", "'command'")]
    [InlineData("workflow_dispatch", "refs/heads/main", "'workflow_dispatch'", "Set the input 'command'")]
    [InlineData("schedule", "refs/heads/main", "'schedule'", "Set the input 'command'")]
    public async Task An_event_that_can_mean_anything_is_refused(
        string name, string gitRef, string what, string remedy) =>
        await ShouldRefuse(name, gitRef, "event-unsuited", what, remedy);

    [Fact]
    public async Task An_event_that_gives_strangers_the_rights_of_the_repository_is_refused() =>
        await ShouldRefuse(
            "pull_request_target", "refs/heads/main", "event-unsafe", "from a fork too", "Use 'on: pull_request'");

    [Fact]
    public async Task An_input_that_the_chosen_command_needs_is_asked_for_where_people_look()
    {
        var run = await WithoutABucket(GitHubEvent.Push("main", Nothing, await CommitShop()));

        run.ExitCode.ShouldBe(2, run.Text);
        var annotation = run.Annotations.ShouldHaveSingleItem();
        (annotation.Level, annotation.Title, annotation.Message).ShouldBe(
            ("error", "misused", "'--bucket' must name the bucket."));
        run.Outputs["result"].ShouldBe("failed");
    }

    [Fact]
    public async Task Without_an_event_it_says_which_command_to_call()
    {
        await using var error = new StringWriter();
        var surroundings = new Surroundings(
            new Dictionary<string, string>(), "/", TimeProvider.System, TextWriter.Null, error, IsTerminal: false);

        (await DrawbridgeCommandLine.Run(["auto"], surroundings)).ShouldBe((int)ExitCode.Failed);

        $"{error}".ShouldStartWith("error event-unsuited: 'auto' goes by the event");
    }

    private async Task ShouldRefuse(string name, string gitRef, string code, string what, string remedy)
    {
        var commit = await CommitShop();

        const string Payload = """{ "repository": { "default_branch": "main" } }""";
        var run = await RunOn(new GitHubEvent(name, gitRef, commit, Payload), "auto");

        run.ExitCode.ShouldBe(1, run.Text);
        var annotation = run.Annotations.ShouldHaveSingleItem(run.Text);
        (annotation.Level, annotation.Title).ShouldBe(("error", code));
        annotation.Message.ShouldContain(what);
        annotation.Message.ShouldContain(remedy);
        run.Outputs["result"].ShouldBe("failed");
        Aws.Objects(Bucket).ShouldBeEmpty();
    }
}
