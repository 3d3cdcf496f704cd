using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace Drawbridge.LocalAws.Tests;

public sealed class ReadingObjects : LocalAwsTest
{
    [Fact]
    public async Task Every_version_stays_readable()
    {
        var first = Aws.Put(Shop, "a", "1");
        Aws.Put(Shop, "a", "2");

        (await Read(new GetObjectRequest { BucketName = Shop, Key = "a" })).ShouldBe("2");
        (await Read(new GetObjectRequest { BucketName = Shop, Key = "a", VersionId = first.VersionId })).ShouldBe("1");
    }

    [Fact]
    public async Task A_delete_marker_hides_the_object_and_keeps_its_versions()
    {
        var put = Aws.Put(Shop, "a", "1");
        var deleted = await S3.DeleteObjectAsync(Shop, "a");

        deleted.DeleteMarker.ShouldBe("true");
        (await Refusal("a")).ErrorCode.ShouldBe("NoSuchKey");
        (await Refusal("a", deleted.VersionId)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await Read(new GetObjectRequest { BucketName = Shop, Key = "a", VersionId = put.VersionId })).ShouldBe("1");
    }

    [Fact]
    public async Task Deleting_the_marker_brings_the_object_back()
    {
        Aws.Put(Shop, "a", "1");
        var deleted = await S3.DeleteObjectAsync(Shop, "a");
        await S3.DeleteObjectAsync(Shop, "a", deleted.VersionId);

        (await Read(new GetObjectRequest { BucketName = Shop, Key = "a" })).ShouldBe("1");
    }

    [Fact]
    public async Task What_the_reader_knows_already_is_not_sent_again()
    {
        var put = Aws.Put(Shop, "a", "1");
        var known = new GetObjectRequest { BucketName = Shop, Key = "a", EtagToNotMatch = $"\"{put.ETag}\"" };

        var unchanged = await Should.ThrowAsync<AmazonS3Exception>(() => S3.GetObjectAsync(known));
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        Aws.Put(Shop, "a", "2");
        (await Read(known)).ShouldBe("2");
    }

    [Fact]
    public async Task A_range_is_cut_out()
    {
        Aws.Put(Shop, "a", "0123456789");

        (await Read(new GetObjectRequest { BucketName = Shop, Key = "a", ByteRange = new ByteRange(2, 4) })).ShouldBe(
            "234");
        var beyond = new GetObjectRequest { BucketName = Shop, Key = "a", ByteRange = new ByteRange(10, 12) };
        (await Should.ThrowAsync<AmazonS3Exception>(() => S3.GetObjectAsync(beyond))).ErrorCode.ShouldBe(
            "InvalidRange");
    }

    [Fact]
    public async Task What_is_missing_has_its_own_error()
    {
        Aws.Put(Shop, "a", "1");
        var noBucket = await Should.ThrowAsync<AmazonS3Exception>(() => S3.GetObjectAsync("nowhere", "a"));
        var noHead = await Should.ThrowAsync<AmazonS3Exception>(() => S3.GetObjectMetadataAsync(Shop, "b"));

        noBucket.ErrorCode.ShouldBe("NoSuchBucket");
        noBucket.RequestId.ShouldNotBeNullOrEmpty();
        noHead.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal("b")).ErrorCode.ShouldBe("NoSuchKey");
        (await Refusal("a", "no-such-version")).ErrorCode.ShouldBe("NoSuchVersion");
    }

    [Fact]
    public async Task Both_forms_of_address_lead_to_the_object()
    {
        Aws.Put(Shop, "a/b", "1");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Aws.Endpoint}/a/b"));
        request.Headers.Host = $"{Shop}.s3.eu-central-1.amazonaws.com";
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/eu-central-1/s3/aws4_request");

        var answer = await Http.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldBe("1");
    }

    private async Task<AmazonS3Exception> Refusal(string key, string? versionId = null) =>
        await Should.ThrowAsync<AmazonS3Exception>(() => S3.GetObjectAsync(Shop, key, versionId));

    private async Task<string> Read(GetObjectRequest request)
    {
        using var answer = await S3.GetObjectAsync(request);
        using var reader = new StreamReader(answer.ResponseStream);
        return await reader.ReadToEndAsync();
    }
}
