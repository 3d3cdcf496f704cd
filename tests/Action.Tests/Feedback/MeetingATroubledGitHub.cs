using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Tests.GitHub.Server;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Feedback;

public sealed class MeetingATroubledGitHub : FeedbackTest
{
    private const string Yaml = "permissions:\n  contents: read\n  pull-requests: write";

    [Theory]
    [InlineData("Read")]
    [InlineData("None")]
    public async Task A_missing_permission_is_told_with_what_to_paste(string rights)
    {
        Server.Account = Account.Job(Enum.Parse<Rights>(rights));
        var run = await Open("DROP INDEX i;\n");

        run.ExitCode.ShouldBe(0, run.Text);
        var notice = Notice(run);
        notice.Message.ShouldContain(rights == "Read" ? "Resource not accessible by integration" : "Not Found");
        notice.Message.ShouldContain(Yaml);
        run.Outputs.Keys.ShouldNotContain("comment-url");
    }

    [Fact]
    public async Task A_fork_is_not_told_to_take_rights_that_it_can_t_have()
    {
        Server.Account = Account.Job(Rights.Read);
        var trigger = await Checkout.PullRequest(Script, Faulty);
        var payload = trigger.Payload.Replace(
            "\"repo\": { \"full_name\": \"acme/shop\" } },\n    \"base\"", "\"repo\": { \"full_name\": \"mallory/shop\" } },\n    \"base\"", StringComparison.Ordinal);
        payload.ShouldContain("mallory");
        var run = await Check(trigger with { Payload = payload });

        run.ExitCode.ShouldBe(1);
        Notice(run).Message.ShouldContain("Pull requests from forks get a token that can only read");
        run.Text.ShouldNotContain("permissions:");
    }

    [Fact]
    public async Task A_wrong_token_is_told()
    {
        Server.Account = null;
        var run = await Open("DROP INDEX i;\n");

        run.ExitCode.ShouldBe(0, run.Text);
        Notice(run).Message.ShouldContain("Bad credentials");
    }

    [Fact]
    public async Task Nothing_to_say_needs_no_right_to_write()
    {
        Server.Account = Account.Job(Rights.Read);
        var run = await Open(Fine);

        run.Annotations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again()
    {
        Server.Refusals.Enqueue(new Refusal(502, "Server Error"));
        Server.Refusals.Enqueue(new Refusal(503, "Service Unavailable"));
        await Open(Faulty);

        Comment.Body.ShouldContain("drop-table");
    }

    [Fact]
    public async Task A_failure_that_stays_is_told()
    {
        Enumerable.Range(1, 3).ToList().ForEach(_ => Server.Refusals.Enqueue(new Refusal(500, "Server Error")));
        var run = await Open("DROP INDEX i;\n");

        run.ExitCode.ShouldBe(0, run.Text);
        Notice(run).Message.ShouldContain("GitHub answered 500: Server Error");
    }

    [Fact]
    public async Task A_comment_that_may_have_been_made_is_not_made_twice()
    {
        Server.Refusals.Enqueue(null);
        Server.Refusals.Enqueue(new Refusal(502, "Server Error"));
        var run = await Open(Faulty);

        Notice(run).Message.ShouldContain("GitHub answered 502");
        Server.Questions.Count(question => question is { Verb: "POST", Path: not "/graphql" }).ShouldBe(1);
    }

    [Theory]
    [InlineData(403, "You have exceeded a secondary rate limit", "Retry-After", "0")]
    [InlineData(429, "Too many requests", "Retry-After", "0")]
    [InlineData(403, "API rate limit exceeded", "X-RateLimit-Remaining", "0")]
    public async Task A_short_limit_is_waited_out_even_before_a_comment_is_made(int status, string message, string header, string value)
    {
        var headers = new Dictionary<string, string> { [header] = value, ["X-RateLimit-Reset"] = "1" };
        Server.Refusals.Enqueue(new Refusal(status, message) { Headers = headers });
        Server.Refusals.Enqueue(null);
        Server.Refusals.Enqueue(new Refusal(status, message) { Headers = headers });
        await Open(Faulty);

        Comment.Body.ShouldContain("drop-table");
    }

    [Theory]
    [InlineData(403, "You have exceeded a secondary rate limit", "Retry-After", "3600")]
    [InlineData(403, "You have exceeded a secondary rate limit", "X-Other", "1")]
    [InlineData(429, "Too many requests", "X-Other", "1")]
    [InlineData(403, "API rate limit exceeded", "X-RateLimit-Remaining", "0")]
    [InlineData(429, "Too many requests", "Retry-After", "Sun, 06 Nov 2094 08:49:37 GMT")]
    public async Task A_long_limit_is_told_and_not_taken_for_a_missing_permission(int status, string message, string header, string value)
    {
        Server.Refusals.Enqueue(new Refusal(status, message) { Headers = new Dictionary<string, string> { [header] = value } });
        var run = await Open("DROP INDEX i;\n");

        run.ExitCode.ShouldBe(0, run.Text);
        Notice(run).Message.ShouldContain("GitHub limits how often it is asked");
        run.Text.ShouldNotContain("permissions:");
    }

    [Fact]
    public async Task Who_the_token_is_must_be_known_before_another_comment_is_made()
    {
        Server.Account = Account.Person("ada");
        await Open(Faulty);
        Server.Refusals.Enqueue(null);
        Server.Refusals.Enqueue(new Refusal(429, "Too many requests"));
        var run = await Push(Fine);

        Notice(run).Message.ShouldContain("GitHub limits how often it is asked");
        Comment.Edits.ShouldBe(0);
    }

    [Fact]
    public async Task A_github_that_is_not_there_is_told()
    {
        var trigger = await Checkout.PullRequest(Script, "DROP INDEX i;\n");
        var run = await Checkout.Validate(trigger, new Dictionary<string, string>(Server.Variables)
        {
            ["GITHUB_API_URL"] = "http://127.0.0.1:1",
            ["GITHUB_GRAPHQL_URL"] = "",
        });

        run.ExitCode.ShouldBe(0, run.Text);
        Notice(run).Message.ShouldContain("The check does not depend on it.");
    }

    [Fact]
    public async Task A_review_that_is_refused_leaves_the_comment()
    {
        var trigger = await Checkout.PullRequest(Script, "CREATE INDEX i ON orders (id);\n");
        await Server.Look(Checkout.Repository);
        Enumerable.Range(1, 4).ToList().ForEach(_ => Server.Refusals.Enqueue(null));
        Server.Refusals.Enqueue(new Refusal(422, "Unprocessable Entity") { Errors = ["Pull request review thread line must be part of the diff"] });
        var run = await Checkout.Validate(trigger, Server.Variables);

        Comment.Body.ShouldContain("require-concurrent-index");
        Notice(run).Message.ShouldContain("GitHub answered 422: Unprocessable Entity: Pull request review thread line must be part of the diff");
        run.Outputs.Keys.ShouldContain("comment-url");
    }

    [Fact]
    public async Task A_github_that_never_answers_is_not_waited_for()
    {
        Server.Meanwhile = aborted => Task.Delay(Timeout.Infinite, aborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var trigger = await Checkout.PullRequest(Script, "DROP INDEX i;\n");
        var payload = Path.Combine(Checkout.Folder, "event.json");
        await File.WriteAllTextAsync(payload, trigger.Payload);
        using var output = new StringWriter { NewLine = "\n" };
        var environment = new Dictionary<string, string>(Server.Variables)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = trigger.Name,
            ["GITHUB_EVENT_PATH"] = payload,
            ["GITHUB_REPOSITORY"] = GitHubEvent.Repository,
            ["GITHUB_SERVER_URL"] = "https://github.com",
        };
        var surroundings = new Surroundings(
            environment, Checkout.Repository.Folder, new HastyTime(), output, TextWriter.Null, IsTerminal: false);

        (await DrawbridgeCommandLine.Run(["validate"], surroundings)).ShouldBe(0);
        output.ToString().ShouldContain("title=siblings-unseen::Other open pull requests could not be compared: GitHub did not answer within 10.0 s.");
        output.ToString().ShouldContain("title=comment-missing::The pull request was not told: GitHub did not answer within 10.0 s.", Case.Insensitive, output.ToString());
    }

    private static Annotation Notice(ActionRun run)
    {
        var notice = run.Annotations.Where(annotation => annotation.Level == "notice").ShouldHaveSingleItem();
        notice.Title.ShouldBe("comment-missing");
        return notice;
    }
}
