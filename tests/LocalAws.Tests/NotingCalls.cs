using Amazon.S3;
using Amazon.S3.Model;
using Drawbridge.LocalAws.Calls;

namespace Drawbridge.LocalAws.Tests;

public sealed class NotingCalls : LocalAwsTest
{
    [Fact]
    public async Task Each_caller_is_known_by_what_it_needs_to_be_allowed()
    {
        using var reader = Client("reader");
        var stored = await S3.PutObjectAsync(new() { BucketName = Shop, Key = "a", ContentBody = "1" });
        await S3.PutObjectAsync(new() { BucketName = Shop, Key = "a", ContentBody = "2", IfMatch = stored.ETag });
        await reader.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = Shop, Key = "a", VersionId = stored.VersionId });
        await reader.ListObjectsV2Async(new() { BucketName = Shop, Prefix = "b/" });
        await reader.ListVersionsAsync(new ListVersionsRequest { BucketName = Shop, Prefix = "c/" });

        Aws.Calls.ShouldBe(
            [
                new ObservedCall("anyone", "s3:PutObject", "a"),
                new ObservedCall("anyone", "s3:GetObject", "a"),
                new ObservedCall("reader", "s3:GetObjectVersion", "a"),
                new ObservedCall("reader", "s3:ListBucket", "b/"),
                new ObservedCall("reader", "s3:ListBucketVersions", "c/"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_is_told_that_nothing_is_there_must_be_allowed_to_list()
    {
        await Should.ThrowAsync<AmazonS3Exception>(() => S3.GetObjectAsync(Shop, "missing"));
        Aws.Calls.ShouldBe(
            [new ObservedCall("anyone", "s3:GetObject", "missing"), new ObservedCall("anyone", "s3:ListBucket", "missing")],
            ignoreOrder: true);
    }
}
