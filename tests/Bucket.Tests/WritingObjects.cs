namespace Drawbridge.Bucket.Tests;

public sealed class WritingObjects : BucketTest
{
    [Fact]
    public async Task Written_object_has_the_version_that_S3_gave_it()
    {
        var written = await Bucket.TryWrite("key", Bytes("text"), WriteCondition.IfAbsent, CancellationToken.None);

        var stored = Aws.Objects(Name).ShouldHaveSingleItem();
        written.ShouldBe(new WrittenObject($"\"{stored.ETag}\"", stored.VersionId));
    }

    [Fact]
    public async Task Existing_object_is_not_replaced_by_one_that_must_be_new()
    {
        Aws.Put(Name, "key", "theirs");

        (await Bucket.TryWrite("key", Bytes("ours"), WriteCondition.IfAbsent, CancellationToken.None)).ShouldBeNull();

        Aws.Objects(Name).ShouldHaveSingleItem().Text.ShouldBe("theirs");
    }

    [Fact]
    public async Task Changed_object_is_not_replaced_by_one_that_knew_another()
    {
        var seen = $"\"{Aws.Put(Name, "key", "seen").ETag}\"";
        Aws.Put(Name, "key", "theirs");

        (await Bucket.TryWrite("key", Bytes("ours"), WriteCondition.IfUnchanged(seen), CancellationToken.None)).ShouldBeNull();

        Aws.Objects(Name).ShouldHaveSingleItem().Text.ShouldBe("theirs");
    }

    [Fact]
    public async Task Removed_object_is_lost_too()
    {
        (await Bucket.TryWrite("key", Bytes("ours"), WriteCondition.IfUnchanged("\"seen\""), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Unchanged_object_is_replaced()
    {
        var seen = $"\"{Aws.Put(Name, "key", "seen").ETag}\"";

        (await Bucket.TryWrite("key", Bytes("ours"), WriteCondition.IfUnchanged(seen), CancellationToken.None)).ShouldNotBeNull();

        Aws.Objects(Name).ShouldHaveSingleItem().Text.ShouldBe("ours");
    }
}
