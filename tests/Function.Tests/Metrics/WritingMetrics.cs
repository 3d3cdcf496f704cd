using Drawbridge.LambdaFunction.Metrics;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Tests.Metrics;

public sealed class WritingMetrics
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeMilliseconds(1_795_345_440_123);

    [Fact]
    public void A_release_is_one_line_in_the_embedded_metric_format() =>
        new ReleaseMetrics("drawbridge-prod", "shopdb", ResultStatus.Failed, Applied: 2, DurationMs: 812, LockWaitMs: 40)
            .LineAt(Time).ShouldBe(string.Concat(
                """{"_aws":{"Timestamp":1795345440123,"CloudWatchMetrics":[""",
                """{"Namespace":"Drawbridge","Dimensions":[["Database"],["FunctionName","Database"]],"Metrics":[""",
                """{"Name":"Applied","Unit":"Count"},{"Name":"Failed","Unit":"Count"},""",
                """{"Name":"Refused","Unit":"Count"},{"Name":"Unavailable","Unit":"Count"},""",
                """{"Name":"DurationMs","Unit":"Milliseconds"},{"Name":"LockWaitMs","Unit":"Milliseconds"}""",
                """]}]},"FunctionName":"drawbridge-prod","Database":"shopdb",""",
                @"""Applied"":2,""Failed"":1,""Refused"":0,""Unavailable"":0,""DurationMs"":812,""LockWaitMs"":40}"));
}
