using System.Diagnostics;
using System.Globalization;
using System.Net;
using Drawbridge.LocalAws.Lambda;

namespace Drawbridge.LocalAws.Tests;

/// <summary>Functions are shell scripts here: their runtime is curl.</summary>
public sealed class StartingTheFunction
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Http = new() { Timeout = Patience };

    private const string Poll = """
        next() { id=$(curl -s -o /dev/null -D - "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next" | tr -d '\r' | sed -n 's/^Lambda-Runtime-Aws-Request-Id: //p'); }
        answer() { curl -s -o /dev/null -w '%{http_code}\n' -d "$1" "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/$id/response"; }

        """;

    [Fact]
    public async Task A_process_starts_with_the_first_event_and_is_used_again()
    {
        await using var aws = await Start("while true; do next; answer $$ >/dev/null; done");

        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);
        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        aws.Invocations.Count.ShouldBe(2);
        aws.Invocations.Select(invocation => invocation.Outcome!.Text).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Events_at_the_same_time_get_a_process_each()
    {
        await using var aws = await Start("next; sleep 1; answer $$ >/dev/null; next");

        aws.Send("{}");
        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        aws.Invocations.Select(invocation => invocation.Outcome!.Text).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_concurrency_is_never_exceeded()
    {
        await using var aws = await Start(
            "while true; do next; answer $$ >/dev/null; done", new LambdaSettings { Concurrency = 1 });

        aws.Send("{}");
        aws.Send("{}");
        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        aws.Invocations.Select(invocation => invocation.Outcome!.Text).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_sleeps_is_killed_at_the_deadline()
    {
        await using var aws = await Start(
            "echo $$; next; echo working; sleep 600", new LambdaSettings { Timeout = TimeSpan.FromSeconds(2), RetryDelays = [] });

        var sent = aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        var outcome = aws.DeadLetters.ShouldHaveSingleItem().LastOutcome!;
        outcome.ErrorType.ShouldBe("Sandbox.Timedout");
        outcome.Text.ShouldContain("Task timed out after 2.00 seconds");
        aws.FunctionLog[0].RequestId.ShouldBeNull();
        aws.FunctionLog[1].ShouldSatisfyAllConditions(
            line => line.RequestId.ShouldBe(sent), line => line.Text.ShouldBe("working"));
        IsRunning(aws.FunctionLog[0].Text).ShouldBeFalse();
    }

    [Fact]
    public async Task A_crash_is_a_failed_attempt_and_the_next_one_gets_a_new_process()
    {
        var mark = Path.Combine(Path.GetTempPath(), $"local-aws-{Guid.NewGuid():N}");
        await using var aws = await Start(
            $"next; if [ -e {mark} ]; then rm {mark}; answer 1 >/dev/null; next; else touch {mark}; exit 3; fi");

        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        aws.DeadLetters.ShouldBeEmpty();
        aws.Invocations.Select(invocation => invocation.Outcome!.ErrorType).ShouldBe(["Runtime.ExitError", null]);
        aws.Invocations[0].Outcome!.Text.ShouldContain("exit status 3");
        aws.Invocations.Select(invocation => invocation.RequestId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_never_asks_is_started_twice_and_then_failed()
    {
        await using var aws = await Start("echo started; exit 1", new LambdaSettings { RetryDelays = [] });

        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        aws.FunctionLog.Count.ShouldBe(2);
        aws.DeadLetters.Single().LastOutcome!.ErrorType.ShouldBe("Runtime.ExitError");
    }

    [Fact]
    public async Task A_runtime_that_says_it_can_not_start_fails_with_its_own_words()
    {
        const string Report = """
            curl -s -o /dev/null -w '%{http_code}\n' -H 'Lambda-Runtime-Function-Error-Type: Runtime.NoSuchHandler' \
              -d '{"errorMessage":"no handler"}' "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/init/error"; exit 1
            """;
        await using var aws = await Start(Report, new LambdaSettings { RetryDelays = [] });

        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);
        await LogHas(aws, lines: 1);

        var outcome = aws.DeadLetters.Single().LastOutcome!;
        outcome.ErrorType.ShouldBe("Runtime.NoSuchHandler");
        outcome.Text.ShouldBe("""{"errorMessage":"no handler"}""");
        aws.FunctionLog.ShouldHaveSingleItem().Text.ShouldBe("202");
    }

    [Fact]
    public async Task Invoking_can_bring_back_the_end_of_the_log_and_finds_no_room_when_all_are_busy()
    {
        await using var aws = await Start(
            "echo early; next; echo during; sleep 1; answer 1 >/dev/null; next", new LambdaSettings { Concurrency = 1 });

        var first = Invoke(aws);
        await LogHas(aws, lines: 2);
        using var throttled = await Invoke(aws);
        using var answered = await first;

        throttled.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        Convert.FromBase64String(answered.Headers.GetValues("X-Amz-Log-Result").Single())
            .ShouldBe("during\n"u8.ToArray());
    }

    [Fact]
    public async Task A_command_that_does_not_exist_fails_the_invocation()
    {
        await using var aws = await LocalAwsServer.Start(new LocalAwsOptions
        {
            Function = new FunctionCommand("/no/such/program"),
            Lambda = new LambdaSettings { RetryDelays = [] },
        });

        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        aws.DeadLetters.Single().LastOutcome!.ErrorType.ShouldBe("Runtime.InvalidEntrypoint");
    }

    [Fact]
    public async Task Answering_twice_is_a_wrong_state()
    {
        await using var aws = await Start("next; answer 1; answer 2; next");

        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);
        await LogHas(aws, lines: 2);

        aws.FunctionLog.Select(line => line.Text).ShouldBe(["202", "403"]);
    }

    [Fact]
    public async Task The_function_sees_lambdas_variables_and_no_others()
    {
        await using var aws = await Start("env | sort; next; answer 1 >/dev/null; next");

        aws.Send("{}");
        await aws.Settled().WaitAsync(Patience);

        var variables = aws.FunctionLog.Select(line => line.Text.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[^1]);
        variables["AWS_ENDPOINT_URL"].ShouldBe(aws.Endpoint);
        variables["AWS_LAMBDA_RUNTIME_API"].ShouldNotBe(aws.RuntimeApi);
        variables["AWS_LAMBDA_FUNCTION_NAME"].ShouldBe("drawbridge");
        variables["AWS_REGION"].ShouldBe("eu-central-1");
        variables["DATABASE"].ShouldBe("given");
        variables.ShouldContainKey("_HANDLER");
        variables.ShouldNotContainKey("VSTEST_CONNECTION_TIMEOUT");
        variables.Keys.Except(["PATH", "HOME", "PWD", "SHLVL", "_", "_HANDLER", "LAMBDA_TASK_ROOT", "TZ", "DATABASE", "TMPDIR", "DOTNET_ROOT", "OLDPWD"])
            .ShouldAllBe(name => name.StartsWith("AWS_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disposing_kills_what_still_runs()
    {
        string process;
        await using (var aws = await Start("echo $$; next; sleep 600"))
        {
            aws.Send("{}");
            await LogHas(aws, lines: 1);
            process = aws.FunctionLog[0].Text;
            IsRunning(process).ShouldBeTrue();
        }

        IsRunning(process).ShouldBeFalse();
    }

    private static Task<LocalAwsServer> Start(string script, LambdaSettings? settings = null)
    {
        var variables = new Dictionary<string, string> { ["DATABASE"] = "given" };
        return LocalAwsServer.Start(new LocalAwsOptions
        {
            Function = new FunctionCommand("sh", ["-c", Poll + script], variables),
            Lambda = settings ?? new LambdaSettings { RetryDelays = [TimeSpan.FromMilliseconds(20)] },
        });
    }

    private static async Task<HttpResponseMessage> Invoke(LocalAwsServer aws)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri($"{aws.Endpoint}/2015-03-31/functions/drawbridge/invocations"));
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/eu-central-1/lambda/aws4_request");
        request.Headers.Add("X-Amz-Log-Type", "Tail");
        return await Http.SendAsync(request);
    }

    private static async Task LogHas(LocalAwsServer aws, int lines)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (aws.FunctionLog.Count < lines)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private static bool IsRunning(string processId)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(processId, CultureInfo.InvariantCulture));
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
