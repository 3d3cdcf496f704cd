using System.Text.Json;

namespace Drawbridge.LambdaFunction.Events;

/// <summary>An event of EventBridge. Its keys are as they are in the bucket.</summary>
internal static class EventBridgeRecord
{
    public static EventItem Read(JsonElement message, string detailType)
    {
        var bucket = message.Text("detail", "bucket", "name");
        var key = message.Text("detail", "object", "key");
        return (message.Text("source"), detailType) == ("aws.s3", "Object Created") && bucket is not null && key is not null
            ? new ObjectCreated(bucket, key, message.Text("detail", "object", "version-id"))
            : new Ignored($"an event of EventBridge for '{detailType}'");
    }
}
