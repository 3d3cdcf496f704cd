using Amazon.S3;
using Amazon.S3.Model;

namespace Drawbridge.LocalAws.Tests;

public sealed class ListingObjects : LocalAwsTest
{
    [Fact]
    public async Task More_than_a_thousand_come_in_pages()
    {
        var keys = Enumerable.Range(0, 2345).Select(number => $"m/{number:D5}").ToArray();
        foreach (var key in keys.Reverse())
        {
            Aws.Put(Shop, key, "");
        }

        var pages = await Pages(new ListObjectsV2Request { BucketName = Shop, Prefix = "m/", MaxKeys = 5000 });

        pages.Select(page => page.S3Objects.Count).ShouldBe([1000, 1000, 345]);
        pages.SelectMany(page => page.S3Objects).Select(entry => entry.Key).ShouldBe(keys);
    }

    [Fact]
    public async Task Keys_are_in_the_order_of_their_bytes()
    {
        string[] ordered = ["A", "B/1", "a", "a!", "a/1", "a0", "é", "\uFFFD", "🦄"];
        foreach (var key in ordered.Reverse())
        {
            Aws.Put(Shop, key, "");
        }

        var pages = await Pages(new ListObjectsV2Request { BucketName = Shop, MaxKeys = 2 });

        pages.SelectMany(page => page.S3Objects).Select(entry => entry.Key).ShouldBe(ordered);
    }

    [Fact]
    public async Task A_delimiter_folds_folders_once_over_all_pages()
    {
        foreach (var key in (string[])["a/1", "a/2", "a/3", "b", "c/1", "c/2", "d"])
        {
            Aws.Put(Shop, key, "");
        }

        var pages = await Pages(new ListObjectsV2Request { BucketName = Shop, Delimiter = "/", MaxKeys = 1 });

        pages.SelectMany(page => page.CommonPrefixes ?? []).ShouldBe(["a/", "c/"]);
        pages.SelectMany(page => page.S3Objects ?? []).Select(entry => entry.Key).ShouldBe(["b", "d"]);
        pages.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Start_after_leaves_out_what_comes_before()
    {
        foreach (var key in (string[])["a", "b", "c"])
        {
            Aws.Put(Shop, key, "");
        }

        var page = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Shop, StartAfter = "a" });

        page.S3Objects.Select(entry => entry.Key).ShouldBe(["b", "c"]);
        page.IsTruncated.ShouldBe(false);
    }

    [Fact]
    public async Task Deleted_objects_are_listed_as_versions_only()
    {
        Aws.Put(Shop, "a", "1");
        Aws.Put(Shop, "a", "2");
        await S3.DeleteObjectAsync(Shop, "a");

        var objects = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Shop });
        var versions = await S3.ListVersionsAsync(Shop);

        objects.KeyCount.ShouldBe(0);
        versions.Versions.Select(version => version.IsDeleteMarker == true).ShouldBe([true, false, false]);
        versions.Versions.Select(version => version.IsLatest == true).ShouldBe([true, false, false]);
    }

    [Fact]
    public async Task Versions_come_in_pages_too()
    {
        for (var number = 0; number < 5; number++)
        {
            Aws.Put(Shop, "a", $"{number}");
            Aws.Put(Shop, "b", $"{number}");
        }

        var request = new ListVersionsRequest { BucketName = Shop, MaxKeys = 3 };
        var seen = new List<string>();
        ListVersionsResponse page;
        do
        {
            page = await S3.ListVersionsAsync(request);
            seen.AddRange(page.Versions.Select(version => version.VersionId));
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
        while (page.IsTruncated == true);

        seen.ShouldBe(Aws.Versions(Shop, "a").Reverse().Concat(Aws.Versions(Shop, "b").Reverse()).Select(version => version.VersionId));
    }

    [Fact]
    public async Task A_missing_bucket_can_not_be_listed()
    {
        var refused = await Should.ThrowAsync<AmazonS3Exception>(
            () => S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "nowhere" }));

        refused.ErrorCode.ShouldBe("NoSuchBucket");
    }

    private async Task<List<ListObjectsV2Response>> Pages(ListObjectsV2Request request)
    {
        var pages = new List<ListObjectsV2Response>();
        do
        {
            pages.Add(await S3.ListObjectsV2Async(request));
            request.ContinuationToken = pages[^1].NextContinuationToken;
        }
        while (pages[^1].IsTruncated == true);

        return pages;
    }
}
