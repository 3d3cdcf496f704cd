using System.Net;
using System.Text;
using Drawbridge.LocalAws;
using Drawbridge.LocalEnvironment.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Tests.Doctor;

/// <summary>The real program as a process, which invokes a function over the wire.</summary>
public sealed class AskingTheFunction : IAsyncLifetime
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "Drawbridge.GitHubAction.dll");

    private static readonly ResultFunction Function = new("drawbridge", "0.1.0", "1-2-3", "stream", "eu-central-1");

    private static readonly DoctorCheck Fine = new("database-login", CheckStatus.Fine, "The server takes the login.", 12);

    private static readonly DoctorCheck Broken = new("bucket-connection", CheckStatus.Broken, "The bucket 'acme' can't be reached.", 3000)
    {
        Code = "bucket-unreachable",
        Remedy = "Add an S3 gateway endpoint.",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-doctor-").FullName;

    private LocalAwsServer _aws = null!;

    public async Task InitializeAsync() =>
        _aws = await LocalAwsServer.Start(new LocalAwsOptions { Buckets = ["acme"], SendTestEvent = false });

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Everything_fine_is_said_check_by_check()
    {
        var question = AskedFunction.Answer(_aws, Report(Fine));

        var run = await Ask("drawbridge");

        run.ExitCode.ShouldBe(0, run.Text);
        (await question).ShouldBe("""{"schema":"drawbridge/doctor/1"}""");
        run.Text.ShouldContain("fine    database-login: The server takes the login.");
        run.Text.ShouldContain("Function 'drawbridge': 1 check, all fine.");
        run.Annotations.ShouldBeEmpty();
        (run.Outputs["result"], run.Outputs["error-count"]).ShouldBe(("succeeded", "0"));
        run.Summary.ShouldContain("✅ fine");
    }

    [Fact]
    public async Task What_is_broken_fails_the_job_and_says_what_to_do()
    {
        var warning = new DoctorCheck("memory", CheckStatus.Warning, "The function has 512 MB.", 0) { Remedy = "Give it more." };
        var question = AskedFunction.Answer(_aws, Report(Fine, warning, Broken));

        var run = await Ask("arn:aws:lambda:eu-central-1:000000000000:function:drawbridge");

        await question;
        run.ExitCode.ShouldBe(1, run.Text);
        run.Annotations.Select(annotation => $"{annotation.Level} {annotation.Title}").ShouldBe(
            ["error bucket-unreachable", "warning memory"]);
        run.Annotations[0].Message.ShouldBe(
            "bucket-connection: The bucket 'acme' can't be reached. Add an S3 gateway endpoint.");
        run.Text.ShouldContain("→ Add an S3 gateway endpoint.");
        (run.Outputs["result"], run.Outputs["error-count"], run.Outputs["warning-count"]).ShouldBe(("failed", "1", "1"));
        run.Summary.ShouldContain("1 broken");
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_named() => ShouldFail(await Ask("another"), "function-missing", "'another'");

    [Fact]
    public async Task A_function_that_fails_is_quoted()
    {
        var failing = AskedFunction.Fail(_aws, """{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 3.00 seconds"}""");

        ShouldFail(await Ask("drawbridge"), "function-failed", "Sandbox.Timedout: Task timed out after 3.00 seconds");
        await failing;
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("""{"schema":"drawbridge/doctor/2","checks":[]}""")]
    public async Task An_answer_that_is_no_report_is_refused(string answer)
    {
        var question = AskedFunction.Answer(_aws, answer);

        ShouldFail(await Ask("drawbridge"), "answer-unreadable", "'drawbridge'");
        await question;
    }

    [Theory]
    [InlineData(403, "AccessDeniedException", "function-denied", "AccessDeniedException")]
    [InlineData(429, "TooManyRequestsException", "function-throttled", "throttled")]
    [InlineData(500, "ServiceException", "function-unreachable", "Lambda answered 500")]
    public async Task What_Lambda_refuses_is_told_apart(int status, string type, string code, string message)
    {
        using var lambda = new RefusingLambda(status, type);

        var run = await AskAt(lambda.Address);

        ShouldFail(run, code, message);
        if (status == (int)HttpStatusCode.Forbidden)
        {
            run.Annotations[0].Message.ShouldContain("'lambda:InvokeFunction'");
        }
    }

    [Fact]
    public async Task An_endpoint_that_nobody_listens_on_is_said() =>
        ShouldFail(await AskAt("http://127.0.0.1:9"), "function-unreachable", "could not be invoked");

    [Fact]
    public async Task No_answer_in_time_is_an_ending_of_its_own()
    {
        var run = await Ask("drawbridge", "--timeout-seconds", "1");

        (run.ExitCode, run.Outputs["result"]).ShouldBe((3, "no-result"), run.Text);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("function-silent");
    }

    [Fact]
    public async Task Without_a_function_it_is_misused() => (await Ask("")).ExitCode.ShouldBe(2);

    private static string Report(params DoctorCheck[] checks) =>
        Encoding.UTF8.GetString(DoctorJson.Write(new DoctorReport(DoctorReport.SchemaName, Function, checks)));

    private static void ShouldFail(ActionRun run, string code, string message)
    {
        run.ExitCode.ShouldBe(1, run.Text);
        var annotation = run.Annotations.ShouldHaveSingleItem(run.Text);
        annotation.Title.ShouldBe(code);
        annotation.Message.ShouldContain(message);
        run.Outputs["result"].ShouldBe("failed");
    }

    private Task<ActionRun> Ask(string function, params string[] options) => Ask(_aws.Endpoint, function, options);

    private Task<ActionRun> AskAt(string endpoint) => Ask(endpoint, "drawbridge", []);

    private Task<ActionRun> Ask(string endpoint, string function, string[] options)
    {
        var variables = _aws.ClientVariables.ToDictionary();
        variables["AWS_ENDPOINT_URL"] = endpoint;
        var push = GitHubEvent.Push("main", new string('0', 40), new string('1', 40));
        return new ActionProcess(Assembly, Path.Combine(_folder, Guid.NewGuid().ToString("N")), variables)
            .Run(new ActionCall(push, _folder, ["doctor", "--function", function, .. options]));
    }
}
