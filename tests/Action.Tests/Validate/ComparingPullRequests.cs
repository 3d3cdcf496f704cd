using System.Text.Json;
using Drawbridge.GitHubAction.Tests.GitHub;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed class ComparingPullRequests : CheckoutTest
{
    [Fact]
    public async Task A_version_that_another_one_takes_is_a_warning()
    {
        using var api = new GitHubApi((200, Page(8, "4_pay.up.sql", "ADDED", next: "abc")), (200, Page(9, "04_ship.up.sql", "ADDED")));
        var run = await Validate(api);

        run.ExitCode.ShouldBe(0, run.Text);
        var warning = run.Annotations.ShouldHaveSingleItem();
        (warning.Level, warning.Title).ShouldBe(("warning", "duplicate-version"));
        warning.Message.ShouldContain("'migrations/projectdb/4_pay.up.sql' in the open pull request #8");
        api.Questions.ShouldAllBe(question => question.Authorization == "Bearer the-token");
        Variables(api, 0).ShouldBe(("acme", "shop", "main", null));
        Variables(api, 1).ShouldBe(("acme", "shop", "main", "abc"));
    }

    [Theory]
    [InlineData(7, "4_pay.up.sql", "ADDED")]
    [InlineData(8, "4_pay.up.sql", "MODIFIED")]
    [InlineData(8, "5_pay.up.sql", "ADDED")]
    public async Task Its_own_files_changed_ones_and_other_versions_are_fine(int number, string name, string change)
    {
        using var api = new GitHubApi((200, Page(number, name, change)));
        var run = await Validate(api);

        run.Annotations.ShouldBeEmpty();
        api.Questions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(403, "{}", "403")]
    [InlineData(200, "not JSON", "invalid")]
    [InlineData(200, """{"data":null,"errors":[{"message":"Resource not accessible by integration"}]}""", "Resource not accessible")]
    public async Task A_question_that_is_refused_never_fails_the_check(int status, string body, string complaint)
    {
        using var api = new GitHubApi((status, body));
        var run = await Validate(api);

        run.ExitCode.ShouldBe(0, run.Text);
        var notice = run.Annotations.ShouldHaveSingleItem();
        (notice.Level, notice.Title).ShouldBe(("notice", "siblings-unseen"));
        notice.Message.ShouldContain(complaint);
        notice.Message.ShouldContain("pull-requests: read");
        run.Text.ShouldNotContain("the-token");
    }

    private async Task<ActionRun> Validate(GitHubApi api) => await Checkout.Validate(
        await Checkout.PullRequest("migrations/projectdb/4_add_email.up.sql", "ALTER TABLE users ADD email text;\n"), api.Address);

    private static string Page(int number, string name, string change, string? next = null) => $$"""
        { "data": { "repository": { "pullRequests": {
          "pageInfo": { "hasNextPage": {{(next is null ? "false" : "true")}}, "endCursor": "{{next}}" },
          "nodes": [ { "number": {{number}}, "files": { "nodes": [
            { "path": "migrations/projectdb/{{name}}", "changeType": "{{change}}" } ] } } ] } } } }
        """;

    private static (string? Owner, string? Name, string? Base, string? After) Variables(GitHubApi api, int question)
    {
        using var body = JsonDocument.Parse(api.Questions[question].Body);
        var variables = body.RootElement;
        return (variables.Text("variables", "owner"), variables.Text("variables", "name"), variables.Text("variables", "base"), variables.Text("variables", "after"));
    }
}
