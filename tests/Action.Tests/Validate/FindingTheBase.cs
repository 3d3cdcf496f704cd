using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed class FindingTheBase : CheckoutTest
{
    private const string Late = "migrations/projectdb/2_create_email.up.sql";

    private GitRepository Repository => Checkout.Repository;

    [Fact]
    public async Task ACheckout_of_depth_1_fetches_the_merge_commit_s_first_parent()
    {
        var trigger = await Checkout.PullRequest(Late, "SELECT 1;");
        await Repository.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        var clone = await Repository.CloneShallow(Path.Combine(Checkout.Folder, "clone"));
        var run = await Checkout.Validate(trigger, clone);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("out-of-order");
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_base_that_can_not_be_fetched_ends_with_the_remedy()
    {
        var trigger = await Checkout.PullRequest(Late, "SELECT 1;");
        var clone = await Repository.CloneShallow(Path.Combine(Checkout.Folder, "clone"));
        await clone.Git("remote", "set-url", "origin", Path.Combine(Checkout.Folder, "nowhere"));
        var run = await Checkout.Validate(trigger, clone);
        run.ExitCode.ShouldBe(1);
        var annotation = run.Annotations.ShouldHaveSingleItem();
        annotation.Title.ShouldBe("base-missing");
        annotation.Message.ShouldContain("'fetch-depth: 2'");
        run.Outputs["result"].ShouldBe("failed");
    }

    [Fact]
    public async Task A_merge_group_is_compared_with_its_base()
    {
        var before = await Repository.Revision("main");
        var trigger = await Checkout.PullRequest(Late, "SELECT 1;");
        var payload = $$"""{ "merge_group": { "head_sha": "{{trigger.Commit}}", "base_sha": "{{before}}" } }""";
        var run = await Checkout.Validate(
            new GitHubEvent("merge_group", "refs/heads/gh-readonly-queue/main/pr-7", trigger.Commit, payload));
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("out-of-order");
    }

    [Fact]
    public async Task A_push_is_compared_with_the_branch_before_it()
    {
        var before = await Repository.Revision("main");
        Repository.Write(Late, "SELECT 1;");
        var run = await Checkout.Validate(GitHubEvent.Push("main", before, await Repository.Commit("late")));
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("out-of-order");
    }

    [Fact]
    public async Task The_first_push_of_a_branch_has_no_base()
    {
        var run = await Checkout.Validate(
            GitHubEvent.Push("main", new string('0', 40), await Repository.Revision("HEAD")));
        run.ExitCode.ShouldBe(0);
        run.Text.ShouldContain("There is no base to compare with");
    }

    [Fact]
    public async Task A_pull_request_s_own_branch_is_compared_as_its_merge_would_be()
    {
        var trigger = await Checkout.PullRequest(Late, "SELECT 1;");
        await Repository.Checkout("main");
        Repository.Write("migrations/projectdb/4_merged_meanwhile.up.sql", "SELECT 4;");
        await Repository.Commit("meanwhile");
        await Repository.Checkout("change");
        var run = await Checkout.Validate(trigger, "--base", "main");
        run.Annotations.ShouldHaveSingleItem().Message.ShouldContain("is lower than '4'");
        run.Text.ShouldContain("in 4 scripts of 1 database");
    }

    [Fact]
    public async Task A_merge_into_the_pull_request_s_own_branch_is_not_mistaken_for_github_s()
    {
        await Repository.StartBranch("change");
        Repository.Write(Late, "SELECT 1;");
        await Repository.Commit("late");
        await Repository.Checkout("main");
        Repository.Write("README.md", "Hello.");
        var tip = await Repository.Commit("meanwhile");
        await Repository.Checkout("change");
        var head = await Repository.Merge("main");
        var run = await Checkout.Validate(
            GitHubEvent.PullRequest(new PullRequest(7, "main", tip, "change", head, head)));
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("out-of-order");
    }

    [Fact]
    public async Task A_shallowCheckout_of_the_branch_itself_is_not_guessed_about()
    {
        var trigger = await Checkout.PullRequest(Late, "SELECT 1;");
        await Repository.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        await Repository.Checkout("change");
        var clone = await Repository.CloneShallow(Path.Combine(Checkout.Folder, "clone"));
        var run = await Checkout.Validate(trigger, clone);
        run.ExitCode.ShouldBe(1);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("base-unrelated");
    }

    [Theory]
    [InlineData("--base=-x")]
    [InlineData("--base=--upload-pack=touch owned")]
    [InlineData("--base=main^{tree}")]
    [InlineData("--base=no such thing")]
    public async Task An_unknown_base_is_named_and_no_option_of_git(string option)
    {
        var trigger = GitHubEvent.Push("main", new string('0', 40), await Repository.Revision("HEAD"));
        var run = await Checkout.Validate(trigger, option);
        run.ExitCode.ShouldBe(1);
        var annotation = run.Annotations.ShouldHaveSingleItem();
        annotation.Title.ShouldBe("base-missing");
        annotation.Message.ShouldContain($"'{option["--base=".Length..]}'");
        File.Exists(Path.Combine(Repository.Folder, "owned")).ShouldBeFalse();
    }
}
