using System.Net;
using System.Text;

namespace Drawbridge.LocalAws.Tests;

public sealed class InvokingTheFunction : LocalAwsTest
{
    private PollingRuntime Runtime => new(Http, Aws.RuntimeApi);

    [Fact]
    public async Task The_answer_comes_back()
    {
        var answer = Invoke("""{"doctor":true}""");
        var received = await Runtime.Next();
        await Runtime.Respond(received.RequestId, """{"fine":true}""");

        using var reply = await answer;
        received.Body.ShouldBe("""{"doctor":true}""");
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Headers.GetValues("X-Amz-Executed-Version").ShouldBe(["$LATEST"]);
        reply.Headers.Contains("X-Amz-Function-Error").ShouldBeFalse();
        (await reply.Content.ReadAsStringAsync()).ShouldBe("""{"fine":true}""");
    }

    [Fact]
    public async Task An_error_comes_back_with_status_200_and_is_not_retried()
    {
        var answer = Invoke("{}");
        var received = await Runtime.Next();
        await Runtime.Fail(received.RequestId, """{"errorType":"Oops"}""");

        using var reply = await answer;
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Headers.GetValues("X-Amz-Function-Error").ShouldBe(["Unhandled"]);
        Aws.Invocations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_is_accepted_at_once_and_delivered()
    {
        using var reply = await Invoke("{}", "Event");
        reply.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var id = reply.Headers.GetValues("x-amzn-RequestId").Single();
        (await Runtime.Next()).RequestId.ShouldBe(id);
    }

    [Fact]
    public async Task A_dry_run_invokes_nothing()
    {
        using var reply = await Invoke("{}", "DryRun");
        reply.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Aws.Invocations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("another", "{}", 404, "ResourceNotFoundException")]
    [InlineData("another/../drawbridge", "{}", 404, "ResourceNotFoundException")]
    [InlineData("drawbridge", "{", 400, "InvalidRequestContentException")]
    public async Task What_can_not_be_invoked_is_refused(string function, string payload, int status, string type)
    {
        using var reply = await Invoke(payload, function: function);
        ((int)reply.StatusCode).ShouldBe(status);
        reply.Headers.GetValues("x-amzn-ErrorType").ShouldBe([type]);
    }

    [Fact]
    public async Task An_arn_names_the_function_too()
    {
        using var reply = await Invoke(
            "{}", "DryRun", "arn:aws:lambda:eu-central-1:000000000000:function:drawbridge:live");
        reply.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task<HttpResponseMessage> Invoke(
        string payload, string type = "RequestResponse", string function = "drawbridge")
    {
        var address = new Uri($"{Aws.Endpoint}/2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(payload, Encoding.UTF8) };
        request.Headers.Add("X-Amz-Invocation-Type", type);
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/eu-central-1/lambda/aws4_request");
        return await Http.SendAsync(request);
    }
}
