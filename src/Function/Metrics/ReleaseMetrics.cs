using System.Text.Json.Nodes;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Metrics;

/// <summary>
/// How an invocation left a release, in numbers: a line in CloudWatch's embedded metric format, of which it makes metrics
/// without being called. A failed migration is a normal end for the platform, so only these numbers can raise an alarm.
/// </summary>
/// <param name="FunctionName">Several functions may serve databases of the same name.</param>
/// <param name="Database">The release's.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Applied">Scripts applied by this invocation.</param>
/// <param name="DurationMs">Of this invocation.</param>
/// <param name="LockWaitMs">How much of it went by in wait for the migration lock.</param>
internal sealed record ReleaseMetrics(
    string FunctionName, string Database, ResultStatus Status, int Applied, long DurationMs, long LockWaitMs)
{
    private IReadOnlyList<(string Name, string Unit, long Value)> Numbers =>
    [
        (nameof(Applied), "Count", Applied),
        ("Failed", "Count", Status == ResultStatus.Failed ? 1 : 0),
        ("Refused", "Count", Status == ResultStatus.Refused ? 1 : 0),
        ("Unavailable", "Count", Status == ResultStatus.Unavailable ? 1 : 0),
        (nameof(DurationMs), "Milliseconds", DurationMs),
        (nameof(LockWaitMs), "Milliseconds", LockWaitMs),
    ];

    /// <summary>One JSON object, which must be a line by itself.</summary>
    public string LineAt(DateTimeOffset time)
    {
        var line = new JsonObject
        {
            ["_aws"] = new JsonObject
            {
                ["Timestamp"] = time.ToUnixTimeMilliseconds(),
                ["CloudWatchMetrics"] = new JsonArray(Directive()),
            },
            [nameof(FunctionName)] = FunctionName,
            [nameof(Database)] = Database,
        };
        foreach (var (name, _, value) in Numbers)
        {
            line.Add(name, value);
        }

        return line.ToJsonString();
    }

    /// <summary>Which members are metrics. Each set of dimensions makes its own: all functions together, and each alone.</summary>
    private JsonObject Directive() => new()
    {
        ["Namespace"] = "Drawbridge",
        ["Dimensions"] = new JsonArray(new JsonArray(nameof(Database)), new JsonArray(nameof(FunctionName), nameof(Database))),
        ["Metrics"] = new JsonArray(
            [.. Numbers.Select(number => new JsonObject { ["Name"] = number.Name, ["Unit"] = number.Unit })]),
    };
}
