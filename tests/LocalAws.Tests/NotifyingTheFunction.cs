using System.Text.Json;
using Amazon.S3.Model;

namespace Drawbridge.LocalAws.Tests;

public sealed class NotifyingTheFunction : LocalAwsTest
{
    protected override LocalAwsOptions Options => base.Options with { SendTestEvent = true };

    private PollingRuntime Runtime => new(Http, Aws.RuntimeApi);

    [Fact]
    public async Task A_new_object_arrives_wrapped_by_sns()
    {
        await Announced();
        var put = await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Shop, Key = "releases/ü 1+2/db.json", ContentBody = "{}" });

        var received = await Runtime.Next();

        using var envelope = JsonDocument.Parse(received.Body);
        var record = envelope.RootElement.GetProperty("Records").EnumerateArray().ShouldHaveSingleItem();
        record.GetProperty("EventSource").GetString().ShouldBe("aws:sns");
        record.GetProperty("Sns").GetProperty("Type").GetString().ShouldBe("Notification");
        using var message = JsonDocument.Parse(record.GetProperty("Sns").GetProperty("Message").GetString()!);
        var created = message.RootElement.GetProperty("Records").EnumerateArray().ShouldHaveSingleItem();
        created.GetProperty("eventName").GetString().ShouldBe("ObjectCreated:Put");
        var s3 = created.GetProperty("s3");
        s3.GetProperty("bucket").GetProperty("name").GetString().ShouldBe(Shop);
        s3.GetProperty("object").GetProperty("key").GetString().ShouldBe("releases/%C3%BC+1%2B2/db.json");
        s3.GetProperty("object").GetProperty("versionId").GetString().ShouldBe(put.VersionId);
        s3.GetProperty("object").GetProperty("eTag").GetString().ShouldBe(put.ETag.Trim('"'));
        s3.GetProperty("object").GetProperty("size").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Setting_up_sends_one_test_event()
    {
        (await Announced()).ShouldContain("s3:TestEvent");
        await Aws.Settled().WaitAsync(Patience);
        Aws.Invocations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_configured_prefixes_are_announced()
    {
        await Announced();
        Aws.Put(Shop, "results/1/db.json", "{}");
        Aws.Put(Shop, "migrations/db/1.sql", "");
        Aws.Put(Shop, "plans/1/db.json", "{}");

        (await Runtime.Next()).Body.ShouldContain("plans/1/db.json");
        Aws.Invocations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Versions_of_one_key_have_growing_sequencers()
    {
        await Announced();
        var versions = Enumerable.Range(0, 50).Select(_ => Aws.Put(Shop, "results/a", "").Sequencer).ToArray();
        versions.ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        versions.Distinct().Count().ShouldBe(versions.Length);
    }

    private async Task<string> Announced()
    {
        var test = await Runtime.Next();
        await Runtime.Respond(test.RequestId, "{}");
        return test.Body;
    }
}
