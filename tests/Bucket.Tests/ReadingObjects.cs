using System.Text;

namespace Drawbridge.Bucket.Tests;

public sealed class ReadingObjects : BucketTest
{
    [Fact]
    public async Task Object_is_read_whole()
    {
        var stored = Aws.Put(Name, "a/b c+d.sql", "SELECT 1;");

        var found = await Bucket.Read("a/b c+d.sql", versionId: null, CancellationToken.None);

        found.ShouldNotBeNull();
        Encoding.UTF8.GetString(found.Bytes.Span).ShouldBe("SELECT 1;");
        found.ETag.ShouldBe($"\"{stored.ETag}\"");
        found.VersionId.ShouldBe(stored.VersionId);
    }

    [Fact]
    public async Task Older_version_is_read_by_its_id()
    {
        var first = Aws.Put(Name, "key", "first");
        Aws.Put(Name, "key", "second");

        var found = await Bucket.Read("key", first.VersionId, CancellationToken.None);

        Encoding.UTF8.GetString(found!.Bytes.Span).ShouldBe("first");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no-such-version")]
    public async Task Missing_object_is_null(string? versionId)
    {
        (await Bucket.Read("missing", versionId, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Known_object_is_not_read_again()
    {
        Aws.Put(Name, "key", "first");
        var first = await Bucket.ReadWhenChanged("key", knownETag: null, CancellationToken.None);

        (await Bucket.ReadWhenChanged("key", first!.ETag, CancellationToken.None)).ShouldBeNull();
        Aws.Put(Name, "key", "second");
        (await Bucket.ReadWhenChanged("key", first.ETag, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Stored_hash_is_that_of_the_bytes()
    {
        await Bucket.TryWrite("key", Bytes("abc"), WriteCondition.Always, CancellationToken.None);

        (await Bucket.StoredSha256("key", versionId: null, CancellationToken.None))
            .ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        (await Bucket.StoredSha256("missing", versionId: null, CancellationToken.None)).ShouldBeNull();
    }
}
