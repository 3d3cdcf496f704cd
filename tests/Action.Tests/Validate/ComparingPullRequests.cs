using System.Text.Json;
using Drawbridge.GitHubAction.Tests.GitHub.Server;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed class ComparingPullRequests : CheckoutTest
{
    [Fact]
    public async Task A_version_that_another_one_takes_is_a_warning()
    {
        await using var api = await Answering((200, Page(8, "4_pay.up.sql", "ADDED", next: "abc")), (200, Page(9, "04_ship.up.sql", "ADDED")));
        var run = await Validate(api);

        run.ExitCode.ShouldBe(0, run.Text);
        var warning = run.Annotations.ShouldHaveSingleItem();
        (warning.Level, warning.Title).ShouldBe(("warning", "duplicate-version"));
        warning.Message.ShouldContain("'migrations/projectdb/4_pay.up.sql' in the open pull request #8");
        Questions(api).ShouldAllBe(question => question.Authorization == "Bearer the-token");
        Variables(api, 0).ShouldBe(("acme", "shop", "main", null));
        Variables(api, 1).ShouldBe(("acme", "shop", "main", "abc"));
    }

    [Theory]
    [InlineData(7, "4_pay.up.sql", "ADDED")]
    [InlineData(8, "4_pay.up.sql", "MODIFIED")]
    [InlineData(8, "5_pay.up.sql", "ADDED")]
    public async Task Its_own_files_changed_ones_and_other_versions_are_fine(int number, string name, string change)
    {
        await using var api = await Answering((200, Page(number, name, change)));
        var run = await Validate(api);

        run.Annotations.ShouldBeEmpty();
        Questions(api).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(403, "{}", "403")]
    [InlineData(200, "not JSON", "invalid")]
    [InlineData(200, """{"data":null,"errors":[{"message":"Resource not accessible by integration"}]}""", "Resource not accessible")]
    public async Task A_question_that_is_refused_never_fails_the_check(int status, string body, string complaint)
    {
        await using var api = await Answering((status, body));
        var run = await Validate(api);

        run.ExitCode.ShouldBe(0, run.Text);
        var notice = run.Annotations.ShouldHaveSingleItem();
        (notice.Level, notice.Title).ShouldBe(("notice", "siblings-unseen"));
        notice.Message.ShouldContain(complaint);
        notice.Message.ShouldContain("pull-requests: read");
        run.Text.ShouldNotContain("the-token");
    }

    private async Task<ActionRun> Validate(GitHubServer api) => await Checkout.Validate(
        await Checkout.PullRequest("migrations/projectdb/4_add_email.up.sql", "ALTER TABLE users ADD email text;\n"), api.Variables, "--comment", "false");

    private static async Task<GitHubServer> Answering(params IEnumerable<(int Status, string Body)> answers)
    {
        var api = await GitHubServer.Start();
        answers.ToList().ForEach(api.Answers.Enqueue);
        return api;
    }

    private static List<(string Verb, string Path, string Authorization, string Body)> Questions(GitHubServer api) =>
        api.Questions.FindAll(question => question.Path == "/graphql");

    private static string Page(int number, string name, string change, string? next = null) => $$"""
        { "data": { "repository": { "pullRequests": {
          "pageInfo": { "hasNextPage": {{(next is null ? "false" : "true")}}, "endCursor": "{{next}}" },
          "nodes": [ { "number": {{number}}, "files": { "nodes": [
            { "path": "migrations/projectdb/{{name}}", "changeType": "{{change}}" } ] } } ] } } } }
        """;

    private static (string? Owner, string? Name, string? Base, string? After) Variables(GitHubServer api, int question)
    {
        using var body = JsonDocument.Parse(Questions(api)[question].Body);
        var variables = body.RootElement;
        return (variables.Text("variables", "owner"), variables.Text("variables", "name"), variables.Text("variables", "base"), variables.Text("variables", "after"));
    }
}
