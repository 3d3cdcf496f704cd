using System.Net;
using System.Text.Json.Nodes;
using Drawbridge.LambdaFunction.Tests.Events;
using Drawbridge.LambdaFunction.Tests.Local;

namespace Drawbridge.LambdaFunction.Tests.Running;

/// <summary>The loop's words on the wire, which a stand-in speaks like the published client.</summary>
public sealed class PollingTheRuntimeApi
{
    private const string Release = $"releases/{SampleReleases.Id}/shopdb.json";

    [Fact]
    public async Task An_invocation_that_fails_is_reported_with_type_message_and_stack_trace()
    {
        using var runtime = new WireRuntime();
        runtime.Start(("BUCKET", ""));
        await runtime.Answer(HttpStatusCode.OK, SampleEvents.S3(Release));
        var report = await runtime.Answer(HttpStatusCode.Accepted, "{}");
        report.Path.ShouldBe("/2018-06-01/runtime/invocation/request-1/error");
        report.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("DrawbridgeException");
        report.Headers["Content-Type"].ShouldBe("application/vnd.aws.lambda.error+json");
        var body = JsonNode.Parse(report.Body)!;
        ((string?)body["errorType"]).ShouldBe("DrawbridgeException");
        ((string?)body["errorMessage"]).ShouldBe("The function's environment variable 'BUCKET' is not set.");
        body["stackTrace"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_invocation_that_ends_well_is_answered_and_the_next_one_asked_for()
    {
        using var runtime = new WireRuntime();
        runtime.Start();
        await runtime.Answer(HttpStatusCode.OK, SampleEvents.TestEvent);
        var answer = await runtime.Answer(HttpStatusCode.Accepted, "{}");
        answer.Path.ShouldBe("/2018-06-01/runtime/invocation/request-1/response");
        answer.Headers["Content-Type"].ShouldBe("application/json");
        (await runtime.Answer(HttpStatusCode.OK, SampleEvents.TestEvent)).Path.ShouldBe("/2018-06-01/runtime/invocation/next");
    }

    [Fact]
    public async Task A_runtime_api_that_fails_ends_the_process_with_one_clear_line()
    {
        using var runtime = new WireRuntime();
        var function = runtime.Start();
        await runtime.Answer(HttpStatusCode.InternalServerError, "out of order");
        await function.WaitForExitAsync();
        function.ExitCode.ShouldBe(1);
        (await function.StandardOutput.ReadToEndAsync()).ShouldContain("\"code\":\"runtime-api-failed\"");
    }
}
