using Amazon.S3;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.LocalEnvironment.Shop;
using Drawbridge.Manifests;

namespace Drawbridge.EndToEnd.Tests;

public sealed class ShippingAChange(DeployedShop shop) : IClassFixture<DeployedShop>
{
    [EndToEndFact]
    public void A_mistake_is_a_finding_on_its_file()
    {
        shop.Rejection.ExitCode.ShouldBe(1, shop.Rejection.Text);
        shop.Rejection.Annotations.ShouldContain(finding =>
            finding.Level == "error"
            && finding.Title == "duplicate-version"
            && finding.File == shop.Repository.Path(ShopRepository.MistakenScript));
        shop.Rejection.Summary.ShouldContain("duplicate");
    }

    [EndToEndFact]
    public void A_correct_pull_request_is_approved()
    {
        shop.Approval.ExitCode.ShouldBe(0, shop.Approval.Text);
        shop.Approval.Annotations.ShouldBeEmpty();
    }

    [EndToEndFact]
    public async Task A_merge_is_deployed_and_answered()
    {
        shop.Deployment.ExitCode.ShouldBe(0, shop.Deployment.Text);
        // An account's root database remembers the scripts of earlier tests.
        shop.Deployment.Annotations.ShouldAllBe(warning => warning.Title == "missing");
        shop.Deployment.Summary.ShouldContain("8 scripts applied");
        var result = (await shop.Platform.Results())[0];
        (result.Status, result.Applied, result.Pending, result.To).ShouldBe((ResultStatus.Succeeded, 7, 0, "6"));
        result.Scripts.ShouldAllBe(script => script.Status == ScriptStatus.Applied);
    }

    [EndToEndFact(Needs.Database)]
    public async Task The_database_holds_what_the_scripts_say()
    {
        await shop.Platform.ShouldAnswer("SELECT total FROM order_summary", 123.00m);
        await shop.Platform.ShouldAnswer("SELECT indisvalid FROM pg_index WHERE indexrelid = 'orders_user_id_idx'::regclass", true);
        await shop.Platform.ShouldHaveApplied(7);
    }

    [EndToEndFact]
    public async Task The_bucket_mirrors_the_repository()
    {
        // An account's root database may have folders of other projects beside it.
        var mirrored = await shop.Platform.Keys($"migrations/{shop.Platform.Databases.Project}/");
        var merged = Directory.EnumerateFiles(
            Path.Combine(shop.Repository.Git.Folder, "migrations", shop.Platform.Databases.Project), "*.sql", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(shop.Repository.Git.Folder, file));
        mirrored.ShouldBe(merged, ignoreOrder: true);
    }

    [EndToEndFact]
    public async Task Deploying_again_has_nothing_to_do()
    {
        var commit = await shop.Repository.Git.Revision("HEAD");
        var run = await shop.Platform.Deploy(GitHubEvent.Push(GitRepository.Main, commit, commit));
        run.ExitCode.ShouldBe(0, run.Text);
        var newest = await shop.Platform.Newest();
        (newest.Status, newest.Applied).ShouldBe((ResultStatus.Succeeded, 0));
        await shop.Platform.ShouldHaveApplied(7);
    }

    [EndToEndFact(Needs.StandIn)]
    public async Task The_same_event_twice_changes_neither_database_nor_result()
    {
        var local = shop.Platform.Local;
        var project = shop.Platform.Databases.Project;
        var newest = await shop.Platform.Newest();
        var release = $"releases/{newest.Id}/{project}.json";
        var result = $"results/{newest.Id}/{project}.json";
        var (versions, invocations) = (
            local.Aws.Versions(LocalPlatform.Bucket, result).Count, local.Aws.Invocations.Count);

        using var s3 = new AmazonS3Client(
            local.ActionVariables["AWS_ACCESS_KEY_ID"],
            local.ActionVariables["AWS_SECRET_ACCESS_KEY"],
            new AmazonS3Config { ServiceURL = local.Aws.Endpoint, ForcePathStyle = true });
        using var stored = await s3.GetObjectAsync(LocalPlatform.Bucket, release);
        using var reader = new StreamReader(stored.ResponseStream);
        await s3.PutObjectAsync(
            new() { BucketName = LocalPlatform.Bucket, Key = release, ContentBody = await reader.ReadToEndAsync() });
        await local.Aws.Settled(CancellationToken.None);

        local.Aws.Invocations.Count.ShouldBeGreaterThan(invocations);
        local.Aws.DeadLetters.ShouldBeEmpty();
        local.Aws.Versions(LocalPlatform.Bucket, result).Count.ShouldBe(versions);
        await shop.Platform.ShouldHaveApplied(7);
    }
}
