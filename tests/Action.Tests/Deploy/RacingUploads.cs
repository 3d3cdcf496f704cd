using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Drawbridge.Bucket;
using Drawbridge.Configuration;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.LocalAws;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Tests.Deploy;

/// <summary>Another run writes between this one's listing and its upload.</summary>
public sealed class RacingUploads : IAsyncLifetime
{
    private const string Bucket = "shop-migrations";
    private const string Key = "migrations/shop/1_create_users.up.sql";
    private const string Text = "CREATE TABLE users (id bigint);\n";

    private LocalAwsServer _aws = null!;

    public async Task InitializeAsync() =>
        _aws = await LocalAwsServer.Start(new LocalAwsOptions { Buckets = [Bucket] });

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task Same_content_is_fine()
    {
        var scripts = await Bring(() => _aws.Put(Bucket, Key, Text));

        scripts.ShouldHaveSingleItem().S3VersionId
            .ShouldBe(_aws.Versions(Bucket, Key).ShouldHaveSingleItem().VersionId);
    }

    [Fact]
    public async Task Other_content_is_not_replaced()
    {
        var lost = await Should.ThrowAsync<DrawbridgeException>(
            Bring(() => _aws.Put(Bucket, Key, "DROP TABLE users;\n")));

        lost.Problem.ShouldBe(new UploadLost(Key));
        _aws.Versions(Bucket, Key).ShouldHaveSingleItem().Text.ShouldBe("DROP TABLE users;\n");
    }

    [Fact]
    public async Task Other_content_over_an_older_one_is_not_replaced()
    {
        _aws.Put(Bucket, Key, "older");

        await Should.ThrowAsync<DrawbridgeException>(Bring(() => _aws.Put(Bucket, Key, "other")));

        _aws.Versions(Bucket, Key)[^1].Text.ShouldBe("other");
    }

    private async Task<IReadOnlyList<ReleaseScript>> Bring(Action afterListing)
    {
        using var s3 = new InterferingS3(_aws.Endpoint, afterListing);
        var bytes = Encoding.UTF8.GetBytes(Text);
        ScriptName.TryParse("1_create_users.up.sql", out var name).ShouldBeTrue();
        ScriptContent.TryRead(Key, bytes, out var content, out _).ShouldBeTrue();
        var file = new ShippedFile(new Script("shop", "1_create_users.up.sql", name!, content!), bytes);
        return await new ScriptMirror(new MigrationBucket(s3, Bucket), BucketLayout.At(""), ProjectSettings.Default).Bring(
            [file], CancellationToken.None);
    }

    /// <summary>The SDK's own client, with something happening right after its listing.</summary>
    private sealed class InterferingS3(string endpoint, Action afterListing) : AmazonS3Client(
        new BasicAWSCredentials("key", "secret"), new AmazonS3Config { ServiceURL = endpoint, ForcePathStyle = true })
    {
        public override async Task<ListVersionsResponse> ListVersionsAsync(
            ListVersionsRequest request, CancellationToken cancellationToken = default)
        {
            var response = await base.ListVersionsAsync(request, cancellationToken);
            afterListing();
            return response;
        }
    }
}
