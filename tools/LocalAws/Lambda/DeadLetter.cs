using System.Text;
using System.Text.Json.Nodes;
using Drawbridge.LocalAws.Notifications;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>An event that Lambda gave up on.</summary>
/// <param name="RequestId">The event's id.</param>
/// <param name="Condition"><c>RetriesExhausted</c> or <c>EventAgeExceeded</c>.</param>
/// <param name="Attempts">How often the function was invoked with it.</param>
/// <param name="Payload">The event.</param>
/// <param name="LastOutcome">How the last attempt ended; null when there was none.</param>
public sealed record DeadLetter(
    string RequestId, string Condition, int Attempts, ReadOnlyMemory<byte> Payload, InvocationOutcome? LastOutcome)
{
    /// <summary>When it was given up.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The function that it was meant for.</summary>
    public required string FunctionArn { get; init; }

    /// <summary>The record that Lambda sends to an on-failure destination.</summary>
    public string ToJson()
    {
        var record = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = S3EventJson.Time(Time),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = RequestId,
                ["functionArn"] = $"{FunctionArn}:$LATEST",
                ["condition"] = Condition,
                ["approximateInvokeCount"] = Attempts,
            },
            ["requestPayload"] = JsonNode.Parse(Payload.Span),
        };
        if (LastOutcome is { } last)
        {
            record["responseContext"] = new JsonObject
            {
                ["statusCode"] = 200,
                ["executedVersion"] = "$LATEST",
                ["functionError"] = "Unhandled",
            };
            record["responsePayload"] = ParseOrQuote(last.Payload);
        }

        return record.ToJsonString();
    }

    private static JsonNode? ParseOrQuote(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonNode.Parse(payload.Span);
        }
        catch (System.Text.Json.JsonException)
        {
            return Encoding.UTF8.GetString(payload.Span);
        }
    }
}
