using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Drawbridge.LocalAws.Tests;

public sealed class PollingTheRuntimeApi : LocalAwsTest
{
    private PollingRuntime Runtime => new(Http, Aws.RuntimeApi);

    [Fact]
    public async Task The_deadline_is_the_timeout_from_now()
    {
        Aws.Send("{}");
        var before = DateTimeOffset.UtcNow;
        var received = await Runtime.Next();

        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(received.DeadlineMs, CultureInfo.InvariantCulture));
        (deadline - before).ShouldBe(TimeSpan.FromSeconds(900), tolerance: TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Several_functions_poll_at_once_and_share_the_events()
    {
        var polls = Enumerable.Range(0, 3).Select(_ => Runtime.Next()).ToArray();
        var sent = Enumerable.Range(0, 3).Select(number => Aws.Send($"{number}")).ToArray();

        var received = await Task.WhenAll(polls);

        received.Select(each => each.RequestId).ShouldBe(sent, ignoreOrder: true);
    }

    [Fact]
    public async Task An_error_is_retried_with_the_same_request_id_and_then_given_up()
    {
        var sent = Aws.Send("""{"a":1}""");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var received = await Runtime.Next();
            received.RequestId.ShouldBe(sent);
            received.Body.ShouldBe("""{"a":1}""");
            using var reply = await Runtime.Fail(sent, """{"errorType":"Oops","errorMessage":"no"}""", "Function.Oops");
            reply.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await Aws.Settled().WaitAsync(Patience);

        Aws.Invocations.Select(invocation => invocation.Attempt).ShouldBe([1, 2, 3]);
        using var letter = JsonDocument.Parse(Aws.DeadLetters.ShouldHaveSingleItem().ToJson());
        var context = letter.RootElement.GetProperty("requestContext");
        context.GetProperty("condition").GetString().ShouldBe("RetriesExhausted");
        context.GetProperty("approximateInvokeCount").GetInt32().ShouldBe(3);
        context.GetProperty("requestId").GetString().ShouldBe(sent);
        letter.RootElement.GetProperty("requestPayload").GetProperty("a").GetInt32().ShouldBe(1);
        letter.RootElement.GetProperty("responsePayload").GetProperty("errorMessage").GetString().ShouldBe("no");
    }

    [Fact]
    public async Task A_success_after_an_error_ends_it()
    {
        var sent = Aws.Send("{}");
        await Runtime.Next();
        await Runtime.Fail(sent, "not json", "Function.whatever");
        await Runtime.Next();
        await Runtime.Respond(sent, "true");
        await Aws.Settled().WaitAsync(Patience);

        Aws.DeadLetters.ShouldBeEmpty();
        Aws.Invocations.Select(invocation => invocation.Outcome?.ErrorType).ShouldBe(["Function.Unknown", null]);
    }

    [Fact]
    public async Task An_unknown_request_id_is_a_bad_request()
    {
        using var reply = await Runtime.Respond("no-such-id", "{}");
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await reply.Content.ReadAsStringAsync()).ShouldContain("InvalidRequestID");
    }

    [Fact]
    public async Task What_is_no_part_of_it_is_not_found()
    {
        using var reply = await Http.GetAsync(new Uri($"http://{Aws.RuntimeApi}/2018-06-01/runtime/nothing"));
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Too_large_an_answer_fails_the_invocation()
    {
        var sent = Aws.Send("{}");
        await Runtime.Next();
        using var reply = await Runtime.Respond(sent, new string('1', 7 * 1024 * 1024));

        reply.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        Aws.Invocations[0].Outcome!.ErrorType.ShouldBe("Function.ResponseSizeTooLarge");
    }

    [Fact]
    public async Task A_poll_that_was_given_up_gets_no_event()
    {
        using (var hasty = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) })
        {
            await Should.ThrowAsync<TaskCanceledException>(() => new PollingRuntime(hasty, Aws.RuntimeApi).Next());
        }

        var sent = Aws.Send("{}");
        (await Runtime.Next()).RequestId.ShouldBe(sent);
        Aws.Invocations[^1].Attempt.ShouldBe(Aws.Invocations.Count);
    }
}
