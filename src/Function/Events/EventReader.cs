using System.Text.Json;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Events;

/// <summary>
/// Reads what S3 says of new objects, from S3 itself, through SNS, SQS or both, or from EventBridge. Whatever it does
/// not know becomes an <see cref="Ignored"/>: an event that fails would only come back.
/// </summary>
internal static class EventReader
{
    // S3 through SNS through SQS is three; more is not a way that events take.
    private const int DeepestWrapping = 4;

    /// <summary>Reads an event; the same object named twice is one item.</summary>
    public static IReadOnlyList<EventItem> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return IsQuestion(document.RootElement)
                ? [new DoctorAsked()]
                : [.. Unwrap(document.RootElement, 1).Distinct()];
        }
        catch (JsonException)
        {
            return [new Ignored("an event that is not JSON")];
        }
    }

    /// <summary>Only who invokes the function directly may ask it: a question that comes wrapped is none.</summary>
    private static bool IsQuestion(JsonElement message) => message.Text("schema") == DoctorReport.SchemaName;

    private static IReadOnlyList<EventItem> Unwrap(JsonElement message, int depth) => message switch
    {
        _ when depth > DeepestWrapping => [new Ignored("an event wrapped too deeply")],
        _ when message.Text("detail-type") is { } detailType => [EventBridgeRecord.Read(message, detailType)],
        _ when message.Text("Event") == "s3:TestEvent" => [new Ignored("the test event that S3 sends on set-up")],
        _ when message.Text("Type") == "Notification" => Unwrap(message.Text("Message"), depth + 1),
        { ValueKind: JsonValueKind.Object } when Records(message) is { } records =>
            [.. records.EnumerateArray().SelectMany(record => UnwrapRecord(record, depth))],
        _ => [new Ignored("an event of unknown shape")],
    };

    private static IReadOnlyList<EventItem> Unwrap(string? message, int depth)
    {
        try
        {
            using var document = JsonDocument.Parse(message ?? "");
            return Unwrap(document.RootElement, depth);
        }
        catch (JsonException)
        {
            return [new Ignored("a message that is not JSON")];
        }
    }

    private static IReadOnlyList<EventItem> UnwrapRecord(JsonElement record, int depth) =>
        (record.Text("eventSource") ?? record.Text("EventSource")) switch
        {
            "aws:s3" => [S3Record.Read(record)],
            "aws:sns" => Unwrap(record.Text("Sns", "Message"), depth + 1),
            "aws:sqs" => Unwrap(record.Text("body"), depth + 1),
            var source => [new Ignored($"a record of unknown source '{source}'")],
        };

    private static JsonElement? Records(JsonElement message) =>
        message.TryGetProperty("Records", out var records) && records.ValueKind == JsonValueKind.Array ? records : null;
}
