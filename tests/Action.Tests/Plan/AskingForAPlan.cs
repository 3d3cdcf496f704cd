using System.Net;
using Drawbridge.GitHubAction.Tests.Deploy;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Plan;

public sealed class AskingForAPlan : DeployTest
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_database_is_asked_at_once_and_nothing_else_is_written()
    {
        await CommitShop();
        Function.Answers = plan => [Planned(plan)];

        var run = await Run("plan");

        run.ExitCode.ShouldBe(0, run.Text);
        Aws.Objects(Bucket, "plans/").Select(found => AnsweringFunction.ReleaseOf(found))
            .Select(plan => (plan.Database, plan.Mode, plan.Scripts.Count)).ShouldBe([("postgres", ReleaseMode.Plan, 1), ("shop", ReleaseMode.Plan, 2)], ignoreOrder: true);
        Aws.Objects(Bucket, "migrations/").ShouldBeEmpty();
        Aws.Objects(Bucket, "releases/").ShouldBeEmpty();
        run.Outputs["result"].ShouldBe("succeeded");
        run.Outputs["pending-count"].ShouldBe("3");
        run.Outputs["release"].ShouldMatch("^[0-9]{8}T[0-9]{6}Z-plan[0-9a-f]{7}-1$");
    }

    [Fact]
    public async Task What_was_found_is_in_the_log_and_in_the_summary()
    {
        await CommitShop();
        Function.Answers = plan => [Planned(plan)];

        var run = await Run("plan");

        var summary = WebUtility.HtmlDecode(run.Summary);
        summary.ShouldStartWith("## 📋 Planned: 3 scripts pending\n");
        summary.ShouldContain("- interrupted: <code>migrations/shop/2_create_orders.up.sql</code>\n");
        summary.ShouldContain("- lock held by: <code>psql (pid 42) since 2026-11-22 12:00:00Z</code>\n");
        summary.ShouldContain("- newest row: <code>migrations/shop/0_a.up.sql applied 2026-11-22 12:00:00Z by release 20261121T110400Z-1a2b3c4-1</code>\n");
        summary.ShouldContain("- server: <code>postgresql 15.18</code>\n");
        run.Text.ShouldContain("\npending migrations/shop/1_create_users.up.sql");
        run.Text.ShouldContain("\nmissing: migrations/shop/0_b.up.sql");
        run.Text.ShouldContain("shop: succeeded: 2 scripts pending, now at no version");
    }

    [Fact]
    public async Task What_would_be_adopted_is_told_script_by_script()
    {
        await CommitShop();
        Function.Answers = plan => [Planned(plan) with
        {
            Scripts = [.. Planned(plan).Scripts.Select(script => script with { Status = ScriptStatus.Adopted })],
        }];

        var run = await Run("plan");

        run.Text.ShouldContain("\nwould adopt migrations/shop/1_create_users.up.sql");
        WebUtility.HtmlDecode(run.Summary).ShouldContain("| <code>migrations/shop/1_create_users.up.sql</code> | adopted |");
    }

    [Fact]
    public async Task Plan_that_would_be_refused_is_red_on_its_file()
    {
        await CommitShop();
        Function.Answers = plan => [plan.Database == "shop"
            ? Planned(plan) with { Status = ResultStatus.Refused, Error = new ResultError("drifted", "It drifted.", "Put it back.") { Script = plan.Scripts[0].Key } }
            : Planned(plan)];

        var run = await Run("plan");

        run.ExitCode.ShouldBe(1);
        run.Summary.ShouldStartWith("## ❌ A deploy would be refused");
        run.Annotations.ShouldHaveSingleItem().File.ShouldBe("migrations/shop/1_create_users.up.sql");
    }

    [Fact]
    public async Task No_answer_in_time_is_exit_code_3()
    {
        await CommitShop();
        Function.Answers = _ => [];

        var run = await Run("plan", "--timeout-seconds", "0");

        run.ExitCode.ShouldBe(3);
        run.Annotations.ShouldAllBe(annotation => annotation.Title == "no-result");
    }

    [Fact]
    public async Task Script_that_can_not_be_applied_is_told_without_asking()
    {
        Repository.Write("migrations/shop/1_create_users.up.sql", "SELECT 'never ends;\n");
        await Repository.Commit("migrations: never end");

        var run = await Run("plan");

        run.ExitCode.ShouldBe(1);
        Aws.Objects(Bucket, "").ShouldBeEmpty();
    }

    private static Result Planned(Release plan) => ResultFor.Success(plan) with
    {
        Applied = 0,
        Pending = plan.Scripts.Count,
        To = null,
        Scripts = [.. plan.Scripts.Select(script => new ScriptResult(script.Key, script.Version, script.Description, ScriptStatus.Pending, null, null, null))],
        Plan = new PlanFindings(
            [],
            [$"migrations/{plan.Database}/0_b.up.sql"],
            [plan.Scripts[^1].Key],
            new LockHolder(42, "psql", Noon),
            new NewestRow("0", $"migrations/{plan.Database}/0_a.up.sql", "applied", Noon, "20261121T110400Z-1a2b3c4-1")),
    };
}
