using System.Globalization;
using System.Text;

namespace Drawbridge.Bucket.Tests;

public sealed class ListingObjects : BucketTest
{
    private const int MoreThanOnePage = 1_003;

    [Fact]
    public async Task Pages_are_read_to_the_last()
    {
        PutMany();

        var keys = await Bucket.List("many/", CancellationToken.None).Select(found => found.Key).ToListAsync();

        keys.Count.ShouldBe(MoreThanOnePage);
        keys.ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Versions_are_the_newest_of_every_page()
    {
        PutMany();
        PutMany();
        Aws.Put(Name, "other", "text");

        var found = await Bucket.ListWithVersions("many/", CancellationToken.None).ToListAsync();

        found.Select(each => each.VersionId).ShouldBe(Aws.Objects(Name, "many/").Select(stored => stored.VersionId));
    }

    [Fact]
    public async Task Empty_prefix_of_the_bucket_lists_nothing()
    {
        (await Bucket.List("nothing/", CancellationToken.None).ToListAsync()).ShouldBeEmpty();
        (await Bucket.ListWithVersions("nothing/", CancellationToken.None).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData("tex", false)]
    [InlineData("tEXt", null)]
    public async Task Listing_tells_what_an_object_holds_as_far_as_it_can(string text, bool? expected)
    {
        Aws.Put(Name, "key", "text");

        var found = await Bucket.List("key", CancellationToken.None).SingleAsync();

        found.Holds(Encoding.UTF8.GetBytes(text)).ShouldBe(expected);
    }

    private void PutMany()
    {
        for (var number = 0; number < MoreThanOnePage; number++)
        {
            Aws.Put(Name, string.Create(CultureInfo.InvariantCulture, $"many/{number:0000}"), "text");
        }
    }
}
