using Drawbridge.LocalAws.Lambda;

namespace Drawbridge.LocalAws.Tests;

/// <summary>The function is a shell script here that writes one object for each event.</summary>
public sealed class KillingTheFunction
{
    private const string Shop = "shop";

    private const string Script = """
        root="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
        while true; do
          id=$(curl -s -o /dev/null -D - "$root/next" | tr -d '\r' | sed -n 's/^Lambda-Runtime-Aws-Request-Id: //p')
          curl -s -o /dev/null -T /dev/null -H "Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/eu-central-1/s3/aws4_request" "$AWS_ENDPOINT_URL/shop/results/a" || exit 1
          curl -s -o /dev/null -d 1 "$root/$id/response"
        done
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Every_call_of_the_function_is_a_moment_before_and_after()
    {
        await using var aws = await Start();
        aws.Moments.Watch();
        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        aws.Moments.Passed.Take(6).Select(Words).ShouldBe(
            ["before next", "after next", "before a", "after a", "before response", "after response"]);
        aws.Moments.KilledAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 1)]
    public async Task Before_a_call_nothing_of_it_happened_and_after_it_everything(int moment, int writes)
    {
        await using var aws = await Start();
        aws.Moments.Watch(killAt: moment);
        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        aws.Moments.KilledAt.ShouldNotBeNull();
        aws.DeadLetters.ShouldBeEmpty();
        aws.Versions(Shop, "results/a").Count.ShouldBe(writes);
    }

    [Fact]
    public async Task A_moment_of_another_network_counts_too()
    {
        await using var aws = await Start();
        aws.Moments.Watch(killAt: 1);

        (await aws.Moments.Pass("before a query")).ShouldBeTrue();
        (await aws.Moments.Pass("after a query")).ShouldBeFalse();
        (await aws.Moments.Pass("before another")).ShouldBeTrue();
        aws.Moments.KilledAt.ShouldBe("after a query");
    }

    private static string Words(string moment) => $"{moment.Split(' ')[0]} {moment.Split('/')[^1]}";

    private static Task<LocalAwsServer> Start() => LocalAwsServer.Start(new LocalAwsOptions
    {
        Buckets = [Shop],
        SendTestEvent = false,
        Function = new FunctionCommand("sh", ["-c", Script], new Dictionary<string, string>()),
        Lambda = new LambdaSettings { RetryDelays = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20)] },
    });
}
