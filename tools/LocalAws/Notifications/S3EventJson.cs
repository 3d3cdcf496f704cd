using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Drawbridge.LocalAws.S3;

namespace Drawbridge.LocalAws.Notifications;

/// <summary>The messages that S3 publishes, field by field as its documentation shows them.</summary>
internal static class S3EventJson
{
    private const string Owner = "A3NL1KOZZKEXAMPLE";

    public static JsonObject ObjectCreated(StoredObject stored, string region) => new()
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["eventVersion"] = "2.1",
            ["eventSource"] = "aws:s3",
            ["awsRegion"] = region,
            ["eventTime"] = Time(stored.LastModified),
            ["eventName"] = "ObjectCreated:Put",
            ["userIdentity"] = new JsonObject { ["principalId"] = "AWS:LOCALAWS" },
            ["requestParameters"] = new JsonObject { ["sourceIPAddress"] = "127.0.0.1" },
            ["responseElements"] = new JsonObject { ["x-amz-request-id"] = RequestId(), ["x-amz-id-2"] = HostId() },
            ["s3"] = new JsonObject
            {
                ["s3SchemaVersion"] = "1.0",
                ["configurationId"] = "local-aws",
                ["bucket"] = new JsonObject
                {
                    ["name"] = stored.Bucket,
                    ["ownerIdentity"] = new JsonObject { ["principalId"] = Owner },
                    ["arn"] = $"arn:aws:s3:::{stored.Bucket}",
                },
                ["object"] = new JsonObject
                {
                    ["key"] = FormEncode(stored.Key),
                    ["size"] = stored.Content.Length,
                    ["eTag"] = stored.ETag,
                    ["versionId"] = stored.VersionId,
                    ["sequencer"] = stored.Sequencer,
                },
            },
        }),
    };

    /// <summary>What S3 sends once when a bucket's notifications are set up. It has no records.</summary>
    public static JsonObject TestEvent(string bucket, DateTimeOffset now) => new()
    {
        ["Service"] = "Amazon S3",
        ["Event"] = "s3:TestEvent",
        ["Time"] = Time(now),
        ["Bucket"] = bucket,
        ["RequestId"] = RequestId(),
        ["HostId"] = HostId(),
    };

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>"red flower.jpg" becomes "red+flower.jpg"; a slash stays a slash.</summary>
    private static string FormEncode(string key) =>
        WebUtility.UrlEncode(key).Replace("%2F", "/", StringComparison.Ordinal);

    private static string RequestId() => Convert.ToHexString(RandomNumberGenerator.GetBytes(8));

    private static string HostId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(36));
}
