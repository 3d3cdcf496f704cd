using System.Text;
using System.Text.Json.Nodes;
using Drawbridge.LocalAws.Faults;
using Drawbridge.LocalAws.S3;

namespace Drawbridge.LocalAws.Notifications;

/// <summary>
/// The topic between the bucket and the function: wraps what S3 says and invokes the function with it.
/// </summary>
internal sealed class SnsTopic(LocalAwsOptions options, FaultyTopic subscription)
{
    private const string Account = "000000000000";

    private readonly string _topicArn = $"arn:aws:sns:{options.Region}:{Account}:local-aws";
    private readonly Guid _subscription = Guid.NewGuid();

    /// <summary>
    /// Announces the version when its bucket is a configured one and its key has one of the prefixes.
    /// </summary>
    public void ObjectCreated(StoredObject stored)
    {
        var wanted = options.Buckets.Contains(stored.Bucket)
            && options.NotifyPrefixes.Any(prefix => stored.Key.StartsWith(prefix, StringComparison.Ordinal));
        if (wanted)
        {
            Publish(S3EventJson.ObjectCreated(stored, options.Region));
        }
    }

    /// <summary>Says that the bucket's notifications have been set up.</summary>
    public void Configured(string bucket) => Publish(S3EventJson.TestEvent(bucket, options.Time.GetUtcNow()));

    private void Publish(JsonObject message) =>
        subscription.Accept(Encoding.UTF8.GetBytes(Envelope(message).ToJsonString()));

    private JsonObject Envelope(JsonObject message)
    {
        var subscriptionArn = $"{_topicArn}:{_subscription}";
        return new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["EventVersion"] = "1.0",
                ["EventSubscriptionArn"] = subscriptionArn,
                ["Sns"] = new JsonObject
                {
                    ["Type"] = "Notification",
                    ["MessageId"] = Guid.NewGuid().ToString(),
                    ["TopicArn"] = _topicArn,
                    ["Subject"] = "Amazon S3 Notification",
                    ["Message"] = message.ToJsonString(),
                    ["Timestamp"] = S3EventJson.Time(options.Time.GetUtcNow()),
                    ["SignatureVersion"] = "1",
                    ["Signature"] = "EXAMPLE",
                    ["SigningCertUrl"] = $"https://sns.{options.Region}.amazonaws.com/SimpleNotificationService-local.pem",
                    ["UnsubscribeUrl"] = $"https://sns.{options.Region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn={subscriptionArn}",
                    ["MessageAttributes"] = new JsonObject(),
                },
            }),
        };
    }
}
