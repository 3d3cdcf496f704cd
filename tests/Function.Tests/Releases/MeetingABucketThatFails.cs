using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.S3;
using Drawbridge.LambdaFunction.Doctor;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.LambdaFunction.Releases;
using Drawbridge.LambdaFunction.Settings;
using Drawbridge.LambdaFunction.Tests.Events;
using Drawbridge.LambdaFunction.Tests.Local;
using Drawbridge.LocalAws;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Tests.Releases;

public sealed class MeetingABucketThatFails
{
    private const string Key = $"releases/{SampleReleases.Id}/shopdb.json";

    [Fact]
    public async Task A_bucket_that_can_not_be_reached_is_said_within_ten_seconds_and_tried_again()
    {
        var watch = Stopwatch.StartNew();
        (await CodeOf("http://127.0.0.1:1")).ShouldBe("bucket-unreachable");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_bucket_that_never_answers_is_said_within_ten_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var watch = Stopwatch.StartNew();
        (await CodeOf($"http://{silent.LocalEndpoint}")).ShouldBe("bucket-unreachable");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_named()
    {
        await using var aws = await LocalAwsServer.Start(new LocalAwsOptions { Buckets = ["another"] });
        (await CodeOf(aws.Endpoint)).ShouldBe("bucket-missing");
    }

    [Fact]
    public async Task Credentials_that_are_not_there_are_said_at_each_event() =>
        (await CodeOf(() => throw new DrawbridgeException(new CredentialsMissing()))).ShouldBe("credentials-missing");

    [Fact]
    public async Task Without_the_bucket_setting_the_event_fails_and_says_why() =>
        (await CodeOf("http://127.0.0.1:1", bucket: "")).ShouldBe("setting-missing");

    private static async Task<string> CodeOf(string endpoint, string bucket = LocalFunction.BucketName)
    {
        using var s3 = LocalFunction.Client(endpoint);
        return await CodeOf(() => s3, bucket);
    }

    /// <summary>The code of the exception that ends the invocation, which must be in the log too.</summary>
    private static async Task<string> CodeOf(Func<IAmazonS3> s3, string bucket = LocalFunction.BucketName)
    {
        var environment = new Dictionary<string, string> { ["BUCKET"] = bucket, ["DATABASE"] = LocalFunction.ClosedPort };
        var settings = FunctionSettings.Read(environment);
        await using var log = new StringWriter();
        var identity = FunctionIdentity.Read(environment);
        var releases = new ReleaseHandler(settings, identity, TimeProvider.System);
        var examination = new Examination(
            () => settings, _ => Task.FromResult(s3()), new PlatformChecks(environment), identity, TimeProvider.System);
        var host = new FunctionHost(
            settings,
            _ => Task.FromResult(s3()),
            releases,
            examination,
            new JsonLog(log, TimeProvider.System),
            TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        var invocation = new Invocation("request-1", "stream-1", now, now + TimeSpan.FromMinutes(1));
        var exception = await Should.ThrowAsync<DrawbridgeException>(
            () => host.Handle(Encoding.UTF8.GetBytes(SampleEvents.S3(Key)), invocation));
        log.ToString().ShouldContain($"\"code\":\"{exception.Problem.Code}\"");
        return exception.Problem.Code;
    }
}
