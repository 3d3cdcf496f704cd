using System.Text.Json;

namespace Drawbridge.LambdaFunction.Events;

/// <summary>A record of S3's own notification. Its keys are form-URL-encoded.</summary>
internal static class S3Record
{
    private const string Created = "ObjectCreated:";

    public static EventItem Read(JsonElement record)
    {
        try
        {
            var parsed = record.Deserialize(S3EventJson.Default.S3EventNotificationRecord);
            return (parsed?.EventName, parsed?.S3?.Bucket?.Name, parsed?.S3?.Object) switch
            {
                ({ } name, { } bucket, { Key: not null } created) when name.StartsWith(Created, StringComparison.Ordinal) =>
                    new ObjectCreated(bucket, created.KeyDecoded, created.VersionId),
                ({ } name, _, _) => new Ignored($"a notification of S3 for '{name}'"),
                _ => new Ignored("a notification of S3 without a name"),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new Ignored("a notification of S3 that can't be read");
        }
    }
}
