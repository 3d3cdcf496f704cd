namespace Drawbridge.GitHubAction.Tests.Deploy;

public sealed class RunningAgain : DeployTest
{
    [Fact]
    public async Task Unanswered_release_is_followed()
    {
        await CommitShop();
        Function.Answers = _ => [];
        await Deploy("--timeout-seconds", "0");
        var unanswered = Releases().ShouldHaveSingleItem();
        Function.Answers = release => release.Database == unanswered.Database ? [] : [ResultFor.Success(release)];
        Function.Write(ResultFor.Running(unanswered));

        using var again = StartDeploy();
        await again.OutputUntil($"Release {unanswered.Id} of this commit has no final answer yet: following it.");
        Function.Write(ResultFor.Success(unanswered));
        await again.WaitForExitAsync();

        again.ExitCode.ShouldBe(0);
        Releases().Select(release => release.Id).Distinct().ShouldBe([unanswered.Id]);
        Releases().Select(release => release.Database).ShouldBe(["postgres", "shop"]);
    }

    [Fact]
    public async Task Answered_release_is_followed_by_a_new_one()
    {
        await CommitShop();
        await Deploy();
        var first = Releases()[0];

        var run = await Deploy();

        run.ExitCode.ShouldBe(0);
        run.Outputs["release"].ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task Releases_of_one_second_have_the_order_in_which_they_were_made()
    {
        await CommitShop();
        foreach (var number in Enumerable.Range(3, 4))
        {
            Repository.Write($"migrations/shop/{number}_add.up.sql", $"ALTER TABLE orders ADD c{number} text;\n");
            await Repository.Commit($"migrations: add c{number}");
            (await Deploy()).ExitCode.ShouldBe(0);
        }

        var ids = Releases().Where(release => release.Database == "shop").Select(release => release.Id).ToList();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Old_job_is_refused_when_a_newer_commit_was_released()
    {
        var old = await CommitShop();
        await Deploy();
        Repository.Write("migrations/shop/3_add_note.up.sql", "ALTER TABLE orders ADD note text;\n");
        await Repository.Commit("migrations: add notes");
        await Deploy();
        var objects = Aws.Objects(Bucket).Count;
        await Repository.Checkout(old);

        var run = await Deploy();

        run.ExitCode.ShouldBe(1);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("stale-commit");
        run.Outputs["result"].ShouldBe("failed");
        Aws.Objects(Bucket).Count.ShouldBe(objects);
    }

    [Fact]
    public async Task Commit_that_the_newest_release_does_not_hold_is_deployed()
    {
        await CommitShop();
        await Deploy();
        await Repository.Git("checkout", "--quiet", "--orphan", "other");
        await Repository.Commit("migrations: start again");

        var run = await Deploy();

        run.ExitCode.ShouldBe(0, run.Text);
        Releases().Select(release => release.Source.Commit).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Two_runs_of_one_commit_at_once_end_well()
    {
        await CommitShop();

        var runs = await Task.WhenAll(Deploy(), Deploy());

        runs.ShouldAllBe(run => run.ExitCode == 0);
        Aws.Objects(Bucket, "migrations/").ShouldAllBe(found => Aws.Versions(Bucket, found.Key).Count == 1);
    }
}
