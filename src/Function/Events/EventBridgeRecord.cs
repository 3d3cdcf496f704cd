using System.Text.Json;

namespace Drawbridge.LambdaFunction.Events;

/// <summary>An event of EventBridge. Its keys are as they are in the bucket.</summary>
internal static class EventBridgeRecord
{
    public static EventItem Read(JsonElement message, string detailType) =>
        (message.Text("source"), detailType, message.Text("detail", "bucket", "name"), message.Text("detail", "object", "key")) switch
        {
            ("aws.s3", "Object Created", { } bucket, { } key) =>
                new ObjectCreated(bucket, key, message.Text("detail", "object", "version-id")),
            _ => new Ignored($"an event of EventBridge for '{detailType}'"),
        };
}
