using System.Text;
using Drawbridge.LambdaFunction.Events;

namespace Drawbridge.LambdaFunction.Tests.Events;

public sealed class ReadingEvents
{
    private const string Encoded = "releases/a+b%2Bc%C3%BC/projectdb.json";
    private const string Decoded = "releases/a b+cü/projectdb.json";

    public static TheoryData<string, string> Wrappings => new()
    {
        { "S3", SampleEvents.S3(Encoded) },
        { "SNS", SampleEvents.Sns(SampleEvents.S3(Encoded)) },
        { "SQS", SampleEvents.Sqs(SampleEvents.S3(Encoded)) },
        { "SNS in SQS", SampleEvents.Sqs(SampleEvents.SnsInQueue(SampleEvents.S3(Encoded))) },
        { "EventBridge", SampleEvents.EventBridge(Decoded) },
        { "EventBridge in SQS", SampleEvents.Sqs(SampleEvents.EventBridge(Decoded)) },
    };

    public static TheoryData<string> NotRequests =>
    [
        "", "{", "null", "[]", "{}", "\"text\"", "{\"Records\":null}", "{\"Records\":[]}", "{\"Records\":[1,null,{}]}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\"}]}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":7}}]}",
        "{\"Records\":[{\"eventSource\":\"aws:kinesis\"}]}",
        "{\"Records\":[{\"eventSource\":\"\\ud800\"}]}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"\\ud800\"},\"object\":{\"key\":\"\\udc00\"}}}]}",
        "{\"\\ud800\":1,\"Type\":\"\\udfff\"}",
        SampleEvents.Sqs("{\"Event\":\"\\ud800\"}"),
        "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":7}}]}",
        SampleEvents.Sns("not JSON"),
        SampleEvents.Sqs(""),
        SampleEvents.TestEvent,
        SampleEvents.Sns(SampleEvents.TestEvent),
        SampleEvents.Sqs(SampleEvents.TestEvent),
        SampleEvents.Sqs(SampleEvents.SnsInQueue(SampleEvents.TestEvent)),
        SampleEvents.S3(Encoded, "ObjectRemoved:Delete"),
        SampleEvents.EventBridge(Decoded, "Object Deleted"),
    ];

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void A_new_object_is_found_in_every_wrapping_with_its_key_decoded(string wrapping, string json) =>
        Read(json).ShouldBe([new ObjectCreated("acme", Decoded, "v1")], wrapping);

    [Theory]
    [MemberData(nameof(NotRequests))]
    public void Anything_else_asks_for_nothing(string json) => Read(json).ShouldAllBe(item => item is Ignored);

    [Fact]
    public void A_bucket_without_versions_names_none() =>
        Read(SampleEvents.S3("releases/x.json", versionId: null)).ShouldBe([new ObjectCreated("acme", "releases/x.json", null)]);

    [Fact]
    public void A_copied_or_multipart_object_counts_as_new() =>
        Read(SampleEvents.S3("x", "ObjectCreated:CompleteMultipartUpload")).ShouldBe([new ObjectCreated("acme", "x", "v1")]);

    [Fact]
    public void Each_message_of_a_batch_is_read_and_a_repeated_one_counts_once() =>
        Read(SampleEvents.Sqs(SampleEvents.S3("a"), "broken", SampleEvents.S3("b"), SampleEvents.S3("a")))
            .OfType<ObjectCreated>().Select(created => created.Key).ShouldBe(["a", "b"]);

    [Fact]
    public void Wrapping_without_end_is_not_followed()
    {
        var json = SampleEvents.S3("a");
        for (var depth = 0; depth < 8; depth++)
        {
            json = SampleEvents.Sns(json);
        }

        Read(json).ShouldBe([new Ignored("an event wrapped too deeply")]);
    }

    private static IReadOnlyList<EventItem> Read(string json) => EventReader.Read(Encoding.UTF8.GetBytes(json));
}
