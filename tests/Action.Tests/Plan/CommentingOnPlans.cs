using Drawbridge.GitHubAction.Tests.Deploy;
using Drawbridge.GitHubAction.Tests.GitHub.Server;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Plan;

public sealed class CommentingOnPlans : DeployTest
{
    [Fact]
    public async Task What_is_pending_is_one_comment_that_stays_the_same()
    {
        await using var server = await GitHubServer.Start();
        await CommitShop();
        Function.Answers = plan => [Planned(plan, ScriptStatus.Pending)];

        var run = await Plan(server);
        var comment = server.Comments.ShouldHaveSingleItem();
        await Plan(server);

        run.ExitCode.ShouldBe(0, run.Text);
        run.Outputs["comment-url"].ShouldEndWith($"{comment.Id}");
        comment.Body.ShouldContain("""
            ## 📋 Planned: 3 scripts pending

            In <code>bucket shop&#45;migrations</code>

            | database | at version | pending | |
            | --- | --- | ---: | --- |
            | <code>postgres</code> |  | 1 | succeeded |
            | <code>shop</code> |  | 2 | succeeded |

            <details><summary><code>postgres</code></summary>

            - pending <code>migrations/postgres/1&#95;create&#95;shop&#46;up&#46;sql</code>

            </details>
            """.ReplaceLineEndings("\n"));
        server.Comments.ShouldBe([comment]);
    }

    [Fact]
    public async Task Nothing_pending_is_no_comment_and_updates_one()
    {
        await using var server = await GitHubServer.Start();
        await CommitShop();
        Function.Answers = plan => [Planned(plan, ScriptStatus.Skipped)];
        (await Plan(server)).ExitCode.ShouldBe(0);
        server.Comments.ShouldBeEmpty();

        Function.Answers = plan => [Planned(plan, ScriptStatus.Pending)];
        await Plan(server);
        Function.Answers = plan => [Planned(plan, ScriptStatus.Skipped)];
        await Plan(server);
        server.Comments.ShouldHaveSingleItem().Body.ShouldContain("## 📋 Planned: 0 scripts pending");
    }

    [Fact]
    public async Task Refusal_is_told_with_its_remedy_and_nobody_else()
    {
        await using var server = await GitHubServer.Start();
        await CommitShop();
        Function.Answers = plan => [Planned(plan, ScriptStatus.Pending) with
        {
            Status = ResultStatus.Refused,
            Error = new ResultError("drifted", "'a' drifted, @acme.", "Put it back."),
        }];

        (await Plan(server)).ExitCode.ShouldBe(1);
        server.Comments.ShouldHaveSingleItem().Body.ShouldContain(
            "❌ <code>shop</code>: **drifted**\n<code>a</code> drifted, &#64;<!-- -->acme&#46; Put it back&#46;\n");
    }

    [Fact]
    public async Task Missing_permission_never_fails_it()
    {
        await using var server = await GitHubServer.Start();
        server.Account = Account.Job(Rights.Read);
        await CommitShop();
        Function.Answers = plan => [Planned(plan, ScriptStatus.Pending)];

        var run = await Plan(server);

        run.ExitCode.ShouldBe(0, run.Text);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("comment-missing");
    }

    private async Task<ActionRun> Plan(GitHubServer server)
    {
        var commit = await Repository.Revision("HEAD");
        return await Run("plan", GitHubEvent.PullRequest(new PullRequest(7, "main", commit, "change", commit, commit)), server.Variables);
    }

    private static Result Planned(Release plan, ScriptStatus status) => ResultFor.Success(plan) with
    {
        Applied = 0,
        To = null,
        Scripts = [.. plan.Scripts.Select(script => new ScriptResult(script.Key, script.Version, script.Description, status, null, null, null))],
        Plan = new PlanFindings([], [], [], LockHolder: null, Newest: null),
    };
}
