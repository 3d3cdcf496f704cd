using Drawbridge.GitHubAction.Tests.Deploy;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Promotion;

public sealed class PromotingCommits : DeployTest
{
    private static readonly string[] FromStaging = ["--previous-bucket", Staging];

    [Fact]
    public async Task Commit_that_succeeded_in_staging_is_promoted_without_a_warning()
    {
        var commit = await CommitShop();
        await DeployToStaging(release => ResultFor.Success(release));

        var run = await Deploy(FromStaging);

        run.ExitCode.ShouldBe(0, run.Text);
        run.Annotations.ShouldBeEmpty();
        run.Log.Select(line => line.Text).TakeWhile(line => !line.StartsWith("Uploaded", StringComparison.Ordinal))
            .ShouldContain(
                $"The environment before (bucket shop-staging) holds commit {commit[..7]}, "
                + $"release {StagingRelease}: postgres succeeded, shop succeeded.");
        run.Summary.ShouldStartWith("✅ The environment before &#40;bucket shop&#45;staging&#41; holds commit ");
        run.Summary.ShouldContain("## ✅ Deployed");
    }

    [Fact]
    public async Task Another_commit_in_staging_is_a_warning_and_the_deploy_goes_on()
    {
        await CommitShop();
        await DeployToStaging(release => ResultFor.Success(release));
        Repository.Write("migrations/shop/3_add_note.up.sql", "ALTER TABLE orders ADD note text;\n");
        var hotfix = await Repository.Commit("migrations: add notes");

        var run = await Deploy(FromStaging);

        run.ExitCode.ShouldBe(0, run.Text);
        var warning = ShouldWarn(run, "not-promoted");
        warning.Message.ShouldStartWith(
            $"Commit '{hotfix}' is not what succeeded last in the environment before (bucket shop-staging): its ");
        warning.Message.ShouldContain("'needs:'");
        run.Summary.ShouldContain("⚠️ **not&#45;promoted**");
        Releases().Select(release => release.Source.Commit).Distinct().ShouldBe([hotfix]);
    }

    [Fact]
    public async Task Commit_that_staging_held_before_is_told_apart_from_one_that_it_never_saw()
    {
        var commit = await CommitShop();
        await DeployToStaging(release => ResultFor.Success(release));
        var first = StagingRelease;
        Repository.Write("migrations/shop/3_add_note.up.sql", "ALTER TABLE orders ADD note text;\n");
        await Repository.Commit("migrations: add notes");
        await DeployToStaging(release => ResultFor.Success(release));
        await Repository.Checkout(commit);

        var run = await Deploy(FromStaging);

        ShouldWarn(run, "not-promoted").Message.ShouldContain(
            $"; before that it held commit {commit[..7]}, release {first}: postgres succeeded, shop succeeded.");
    }

    [Fact]
    public async Task Database_that_failed_in_staging_is_named()
    {
        await CommitShop();
        await DeployToStaging(release =>
            release.Database == "shop" ? ResultFor.Failure(release, "No.") : ResultFor.Success(release));

        var run = await Deploy(FromStaging);

        run.ExitCode.ShouldBe(0, run.Text);
        ShouldWarn(run, "not-promoted").Message.ShouldContain($"in release '{StagingRelease}' shop failed.");
    }

    [Fact]
    public async Task Databases_that_have_not_answered_or_were_not_started_in_staging_are_named()
    {
        await CommitShop();
        await DeployToStaging(ResultFor.Running);

        var run = await Deploy(FromStaging);

        ShouldWarn(run, "not-promoted").Message.ShouldContain(
            $"in release '{StagingRelease}' postgres running, shop not started.");
    }

    [Fact]
    public async Task Undo_in_staging_is_no_ground_to_promote_its_commit()
    {
        await CommitShop();
        Repository.Write("migrations/shop/2_create_orders.down.sql", "DROP TABLE orders;\n");
        await Repository.Commit("migrations: add an undo script");
        await using var staging = new AnsweringFunction(Aws, Staging);
        await Run("undo", "--bucket", Staging, "--database", "shop", "--to", "1");

        var run = await Deploy(FromStaging);

        ShouldWarn(run, "not-promoted").Message.ShouldContain(
            $"its newest release '{StagingRelease}' is an undo to version '1'.");
    }

    [Fact]
    public async Task Staging_without_any_release_is_said()
    {
        await CommitShop();

        var run = await Deploy(FromStaging);

        run.ExitCode.ShouldBe(0, run.Text);
        ShouldWarn(run, "not-promoted").Message.ShouldContain(": it holds no release.");
    }

    [Fact]
    public async Task Bucket_that_can_not_be_read_is_a_warning_and_the_deploy_goes_on()
    {
        await CommitShop();

        var run = await Deploy("--previous-bucket", "no-such-bucket");

        run.ExitCode.ShouldBe(0, run.Text);
        ShouldWarn(run, "previous-unreadable").Message.ShouldContain("The bucket 'no-such-bucket' does not exist");
        run.Summary.ShouldContain("⚠️ **previous&#45;unreadable**");
        Releases().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Environments_can_share_a_bucket()
    {
        var commit = await CommitShop();
        await Deploy();

        var run = await Deploy("--prefix", "production", "--previous-bucket", Bucket, "--timeout-seconds", "0");

        run.Text.ShouldContain($"The environment before (bucket {Bucket}) holds commit {commit[..7]}");
        run.Annotations.ShouldNotContain(annotation => annotation.Title == "not-promoted");
    }

    [Fact]
    public async Task Looking_back_takes_no_more_than_to_list_and_get_releases_and_results()
    {
        await CommitShop();
        Function.Answers = release => release.Database == "postgres" ? [ResultFor.Success(release)] : [];
        await Deploy("--timeout-seconds", "2");

        await Deploy(new Dictionary<string, string>(Aws.ClientVariables)
        {
            ["AWS_ACCESS_KEY_ID"] = "promoter",
            ["DRAWBRIDGE_PREFIX"] = "production",
            ["DRAWBRIDGE_PREVIOUS_BUCKET"] = Bucket,
            ["DRAWBRIDGE_TIMEOUT_SECONDS"] = "0",
        });

        Aws.Calls.Where(call => call.AccessKeyId == "promoter")
            .Where(call => !call.Resource.StartsWith("production/", StringComparison.Ordinal))
            .Select(call => $"{call.Permission} {call.Resource.Split('/')[0]}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                ["s3:GetObject releases", "s3:GetObject results", "s3:ListBucket releases", "s3:ListBucket results"]);
    }

    private string StagingRelease => StagingReleases()[^1].Id;

    private static Annotation ShouldWarn(ActionRun run, string code)
    {
        var annotation = run.Annotations.ShouldHaveSingleItem(run.Text);
        (annotation.Level, annotation.Title).ShouldBe(("warning", code));
        return annotation;
    }

    private IReadOnlyList<Release> StagingReleases() =>
    [
        .. Aws.Objects(Staging, "releases/")
            .OrderBy(found => found.Sequencer, StringComparer.Ordinal)
            .Select(AnsweringFunction.ReleaseOf),
    ];

    /// <summary>Deploys what is checked out to staging, whose function answers that.</summary>
    private async Task DeployToStaging(Func<Release, Result> answer)
    {
        await using var staging = new AnsweringFunction(Aws, Staging) { Answers = release => [answer(release)] };
        await Deploy("--bucket", Staging, "--timeout-seconds", "3");
    }
}
