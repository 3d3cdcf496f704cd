using Amazon.S3;
using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;

namespace Drawbridge.EndToEnd.Tests;

public sealed class TheSameEventTwice(DeployedShop shop) : IClassFixture<DeployedShop>
{
    [PostgresFact]
    public async Task Changes_neither_database_nor_result()
    {
        var local = shop.Platform.Local;
        var project = shop.Platform.Databases.Project;
        var release = $"releases/{shop.Platform.Newest.Id}/{project}.json";
        var result = $"results/{shop.Platform.Newest.Id}/{project}.json";
        var (versions, invocations) = (local.Aws.Versions(LocalPlatform.Bucket, result).Count, local.Aws.Invocations.Count);

        using var s3 = new AmazonS3Client(
            local.ActionVariables["AWS_ACCESS_KEY_ID"],
            local.ActionVariables["AWS_SECRET_ACCESS_KEY"],
            new AmazonS3Config { ServiceURL = local.Aws.Endpoint, ForcePathStyle = true });
        using var stored = await s3.GetObjectAsync(LocalPlatform.Bucket, release);
        using var reader = new StreamReader(stored.ResponseStream);
        await s3.PutObjectAsync(new() { BucketName = LocalPlatform.Bucket, Key = release, ContentBody = await reader.ReadToEndAsync() });
        await local.Aws.Settled(CancellationToken.None);

        local.Aws.Invocations.Count.ShouldBeGreaterThan(invocations);
        local.Aws.DeadLetters.ShouldBeEmpty();
        local.Aws.Versions(LocalPlatform.Bucket, result).Count.ShouldBe(versions);
        (await shop.Platform.HistoryRows()).ShouldBe(7);
    }
}
