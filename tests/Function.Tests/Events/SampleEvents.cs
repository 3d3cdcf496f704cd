using System.Text.Json.Nodes;

namespace Drawbridge.LambdaFunction.Tests.Events;

/// <summary>Events in the shapes that AWS documents.</summary>
internal static class SampleEvents
{
    public const string TestEvent =
        """
        {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-11-22T11:04:02.089Z",
         "Bucket":"acme","RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw"}
        """;

    /// <summary>As S3 sends it; the key as it stands in the event.</summary>
    public static string S3(string encodedKey, string name = "ObjectCreated:Put", string? versionId = "v1") => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["eventVersion"] = "2.6",
            ["eventSource"] = "aws:s3",
            ["awsRegion"] = "eu-central-1",
            ["eventTime"] = "2026-11-22T11:04:00.000Z",
            ["eventName"] = name,
            ["userIdentity"] = new JsonObject { ["principalId"] = "AIDAJDPLRKLG7UEXAMPLE" },
            ["requestParameters"] = new JsonObject { ["sourceIPAddress"] = "127.0.0.1" },
            ["responseElements"] = new JsonObject { ["x-amz-request-id"] = "C3D13FE58DE4C810", ["x-amz-id-2"] = "FMyUV" },
            ["s3"] = new JsonObject
            {
                ["s3SchemaVersion"] = "1.0",
                ["configurationId"] = "releases",
                ["bucket"] = new JsonObject { ["name"] = "acme", ["arn"] = "arn:aws:s3:::acme" },
                ["object"] = new JsonObject
                {
                    ["key"] = encodedKey,
                    ["size"] = 1024,
                    ["eTag"] = "d41d8",
                    ["versionId"] = versionId,
                    ["sequencer"] = "0055AED6DCD90281E5",
                },
            },
        }),
    }.ToJsonString();

    /// <summary>As SNS invokes a function.</summary>
    public static string Sns(string message) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = "arn:aws:sns:eu-central-1:123456789012:releases:1",
            ["EventSource"] = "aws:sns",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = "1",
                ["Subject"] = "Amazon S3 Notification",
                ["Message"] = message,
            },
        }),
    }.ToJsonString();

    /// <summary>As SNS writes into a queue, unless raw delivery is on.</summary>
    public static string SnsInQueue(string message) =>
        new JsonObject { ["Type"] = "Notification", ["MessageId"] = "1", ["Message"] = message }.ToJsonString();

    /// <summary>As a queue invokes a function.</summary>
    public static string Sqs(params string[] bodies) => new JsonObject
    {
        ["Records"] = new JsonArray([.. bodies.Select(body => new JsonObject
        {
            ["messageId"] = "1", ["body"] = body, ["eventSource"] = "aws:sqs", ["eventSourceARN"] = "arn:aws:sqs:eu-central-1:1:releases",
        })]),
    }.ToJsonString();

    /// <summary>As EventBridge sends it; the key as it is in the bucket.</summary>
    public static string EventBridge(string key, string detailType = "Object Created") => new JsonObject
    {
        ["version"] = "0",
        ["detail-type"] = detailType,
        ["source"] = "aws.s3",
        ["detail"] = new JsonObject
        {
            ["bucket"] = new JsonObject { ["name"] = "acme" },
            ["object"] = new JsonObject { ["key"] = key, ["size"] = 5, ["version-id"] = "v1" },
            ["reason"] = "PutObject",
        },
    }.ToJsonString();
}
