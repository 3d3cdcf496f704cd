using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace Drawbridge.LocalAws.Tests;

public sealed class PuttingObjects : LocalAwsTest
{
    [Theory]
    [InlineData("plain.sql")]
    [InlineData("migrations/shop db/1_a b.up.sql")]
    [InlineData("a+b%20c%zz&d=e?f#g")]
    [InlineData("prefix/../escape/./x//y/")]
    [InlineData("grüße/数据/🦄.sql")]
    [InlineData("quote'\"<xml>&amp;\u0001")]
    public async Task Odd_keys_come_back_as_they_went(string key)
    {
        await Put(key, "select 1;");

        Aws.Objects(Shop).ShouldHaveSingleItem().Key.ShouldBe(key);
        (await Get(key)).ShouldBe("select 1;");
        var listed = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Shop });
        listed.S3Objects.ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(81_920)]
    [InlineData(3_000_000)]
    public async Task Content_of_any_length_arrives_whole(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        using var stream = new MemoryStream(content);
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Shop, Key = "big", InputStream = stream });

        using var answer = await S3.GetObjectAsync(Shop, "big");
        using var read = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(read);
        read.ToArray().ShouldBe(content);
        answer.ContentLength.ShouldBe(length);
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task Checksums_of_the_sdk_agree_with_ours(string algorithm)
    {
        var put = await S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Shop,
            Key = "a",
            ContentBody = "123456789",
            ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm),
        });

        put.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        Aws.Objects(Shop).Single().Text.ShouldBe("123456789");
        Aws.Objects(Shop).Single().Checksum!.Algorithm.ShouldBe(algorithm);
    }

    [Fact]
    public async Task An_etag_is_the_md5_and_metadata_is_kept()
    {
        var request = new PutObjectRequest { BucketName = Shop, Key = "a", ContentBody = "hello", ContentType = "application/sql" };
        request.Metadata.Add("commit", "1a2b3c4");
        var put = await S3.PutObjectAsync(request);

        var head = await S3.GetObjectMetadataAsync(Shop, "a");
        put.ETag.ShouldBe("\"5d41402abc4b2a76b9719d911017c592\"");
        head.ETag.ShouldBe(put.ETag);
        head.VersionId.ShouldBe(put.VersionId);
        head.ContentLength.ShouldBe(5);
        head.Headers.ContentType.ShouldBe("application/sql");
        head.Metadata["commit"].ShouldBe("1a2b3c4");
    }

    [Fact]
    public async Task Only_one_of_many_may_create()
    {
        var writers = Enumerable.Range(0, 20).Select(async number =>
        {
            try
            {
                await S3.PutObjectAsync(new PutObjectRequest { BucketName = Shop, Key = "one", ContentBody = $"{number}", IfNoneMatch = "*" });
                return HttpStatusCode.OK;
            }
            catch (AmazonS3Exception refused)
            {
                return refused.StatusCode;
            }
        });

        var statuses = await Task.WhenAll(writers);

        statuses.Count(status => status == HttpStatusCode.OK).ShouldBe(1);
        statuses.Count(status => status == HttpStatusCode.PreconditionFailed).ShouldBe(19);
        Aws.Versions(Shop, "one").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deleted_object_may_be_created_again()
    {
        await Put("a", "1");
        await S3.DeleteObjectAsync(Shop, "a");

        await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Shop, Key = "a", ContentBody = "2", IfNoneMatch = "*" });

        (await Get("a")).ShouldBe("2");
    }

    [Fact]
    public async Task If_match_replaces_only_what_was_seen()
    {
        var seen = await Put("a", "1");
        await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Shop, Key = "a", ContentBody = "2", IfMatch = seen.ETag });

        var refused = await Should.ThrowAsync<AmazonS3Exception>(
            () => S3.PutObjectAsync(new PutObjectRequest { BucketName = Shop, Key = "a", ContentBody = "3", IfMatch = seen.ETag }));

        refused.ErrorCode.ShouldBe("PreconditionFailed");
        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Get("a")).ShouldBe("2");
    }

    [Fact]
    public async Task If_match_on_nothing_finds_no_key()
    {
        var refused = await Should.ThrowAsync<AmazonS3Exception>(
            () => S3.PutObjectAsync(new PutObjectRequest { BucketName = Shop, Key = "a", ContentBody = "3", IfMatch = "\"abc\"" }));

        refused.ErrorCode.ShouldBe("NoSuchKey");
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Aws.Objects(Shop).ShouldBeEmpty();
    }

    private Task<PutObjectResponse> Put(string key, string text) =>
        S3.PutObjectAsync(new PutObjectRequest { BucketName = Shop, Key = key, ContentBody = text });

    private async Task<string> Get(string key)
    {
        using var answer = await S3.GetObjectAsync(Shop, key);
        using var reader = new StreamReader(answer.ResponseStream);
        return await reader.ReadToEndAsync();
    }
}
