using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace Drawbridge.LocalAws.Tests;

public sealed class UsingBuckets : LocalAwsTest
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"local-aws-{Guid.NewGuid():N}");

    protected override LocalAwsOptions Options =>
        base.Options with { Directory = _directory, AccessKeyIds = ["anyone"] };

    [Fact]
    public async Task A_bucket_is_created_once()
    {
        await S3.PutBucketAsync("another");
        await S3.HeadBucketAsync(new HeadBucketRequest { BucketName = "another" });

        var again = await Should.ThrowAsync<AmazonS3Exception>(() => S3.PutBucketAsync("another"));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Nobody_comes_in_without_credentials()
    {
        var answer = await Http.GetAsync(new Uri($"{Aws.Endpoint}/{Shop}/a"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<Code>AccessDenied</Code>");
    }

    [Fact]
    public async Task An_unknown_access_key_is_named_as_such()
    {
        using var stranger = Client("stranger");
        var refused = await Should.ThrowAsync<AmazonS3Exception>(() => stranger.GetObjectAsync(Shop, "a"));
        refused.ErrorCode.ShouldBe("InvalidAccessKeyId");
    }

    [Fact]
    public async Task What_is_not_done_here_says_so()
    {
        var refused = await Should.ThrowAsync<AmazonS3Exception>(() => S3.CopyObjectAsync(Shop, "a", Shop, "b"));
        refused.ErrorCode.ShouldBe("NotImplemented");
    }

    [Fact]
    public void The_directory_shows_the_objects_and_nothing_leaves_it()
    {
        Aws.Put(Shop, "migrations/db/1.sql", "select 1;");
        Aws.Put(Shop, "../../outside", "x");
        Aws.Put(Shop, "a", "file");
        Aws.Put(Shop, "a/b", "below a file");

        File.ReadAllText(Path.Combine(_directory, Shop, "migrations/db/1.sql")).ShouldBe("select 1;");
        Directory.GetFiles(_directory, "*", SearchOption.AllDirectories).Length.ShouldBe(4);
        File.Exists(Path.Combine(_directory, "../outside")).ShouldBeFalse();
    }
}
