using Drawbridge.GitHubAction.Tests.GitHub.Server;
using Drawbridge.LocalEnvironment.Git;

namespace Drawbridge.GitHubAction.Tests.Feedback;

public sealed class SuggestingFixes : FeedbackTest
{
    private const string Index = "CREATE INDEX i ON orders (id);\n";

    private ServedComment Remark => Server.LineComments.ShouldHaveSingleItem();

    [Fact]
    public async Task A_fix_is_a_suggestion_on_its_line()
    {
        await Open($"SET lock_timeout = '1s';\nDROP INDEX i;\n");

        Remark.Place.ShouldBe(new ServedPlace(Script, 2, 2));
        Remark.Body.ShouldContain("[**drop-index-blocking**](https://github.com/drawbridge/drawbridge/blob/main/docs/rules/drop-index-blocking.md)");
        Remark.Body.ShouldEndWith("\n```suggestion\n```");
        Remark.Body.ShouldContain("This only takes it out of this script");
    }

    [Theory]
    [InlineData("require-concurrent-index", "-- an index\nCREATE INDEX i\n  ON orders (id);\n")]
    [InlineData("foreign-key-validation", "ALTER TABLE orders\n  ADD FOREIGN KEY (id) REFERENCES users;\nSELECT 1;\n")]
    [InlineData("check-validation", "ALTER TABLE orders ADD CHECK (id > 0\n  AND id < 9);\n")]
    [InlineData("blocking-constraint", "ALTER TABLE orders ADD CONSTRAINT c UNIQUE (id);")]
    [InlineData("drop-index-blocking", "DROP INDEX a,\n  b;\n")]
    [InlineData("not-rerunnable", "CREATE INDEX CONCURRENTLY i ON orders (id);\n")]
    [InlineData("foreign-key-index", "CREATE TABLE t (\n  a int PRIMARY KEY,\n  b int REFERENCES users\n); -- t\nSELECT 1;\n")]
    [InlineData("mixed-transaction", "SELECT 1;\nVACUUM orders;\nSELECT 2;\n")]
    public async Task Applying_it_ends_the_finding(string rule, string sql)
    {
        (await Open(sql)).Annotations.ShouldContain(annotation => annotation.Title == rule);
        var remark = Server.LineComments.First(comment => comment.Body.Contains($"**{rule}**", StringComparison.Ordinal));
        var run = await Push(Apply(sql, remark));

        run.Annotations.ShouldNotContain(annotation => annotation.Title == rule || annotation.Title == "syntax-error");
    }

    [Fact]
    public async Task Several_lines_are_suggested_together()
    {
        await Open("SELECT 1;\nCREATE TABLE t (\n  a int PRIMARY KEY,\n  b int REFERENCES orders\n);\nDROP INDEX\n  a,\n  b;\n");

        Server.Reviews.ShouldBe(1);
        Server.LineComments.Select(comment => comment.Place).ShouldBe(
            [new ServedPlace(Script, 6, 8), new ServedPlace(Script, 5, 5)], ignoreOrder: true);
    }

    [Fact]
    public async Task It_is_suggested_once_however_often_the_check_runs()
    {
        await Open(Index);
        await Push("again", "README.md");
        await Push($"-- moved\n{Index}");

        Server.Reviews.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_can_t_be_applied_any_more_is_made_again()
    {
        await Open(Index);
        Server.LineComments[0] = Remark with { IsOutdated = true };
        await Push("again", "README.md");

        Server.Reviews.ShouldBe(2);
    }

    [Fact]
    public async Task Findings_with_one_fix_share_it()
    {
        await Open("ALTER TABLE orders ADD CONSTRAINT a CHECK (id > 0), ADD CONSTRAINT b CHECK (id < 9);\n");
        Server.LineComments.Count.ShouldBe(2);

        await Push("DROP INDEX CONCURRENTLY i;\n");
        Server.LineComments.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Lines_outside_of_the_diff_have_none()
    {
        await Checkout.Repository.Checkout(GitRepository.Main);
        var rest = string.Concat(Enumerable.Range(1, 20).Select(number => $"SELECT {number};\n"));
        Checkout.Repository.Write("migrations/projectdb/R__views.sql", $"{Index}{rest}");
        await Checkout.Repository.Commit("views");
        var run = await Open($"{Index}{rest}SELECT 21;\n", "migrations/projectdb/R__views.sql");

        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("require-concurrent-index");
        Server.LineComments.ShouldBeEmpty();
        Comment.Body.ShouldContain("require-concurrent-index");
    }

    [Fact]
    public async Task A_file_that_the_merge_changes_has_none_because_its_lines_are_others()
    {
        const string Views = "migrations/projectdb/R__views.sql";
        Checkout.Repository.Write(Views, "SELECT 1;\nSELECT 2;\nSELECT 3;\nSELECT 4;\n");
        await Checkout.Repository.Commit("views");
        await Checkout.PullRequest(Views, $"SELECT 1;\nSELECT 2;\nSELECT 3;\nSELECT 4;\n{Index}SELECT 5;\nSELECT 6;\n");
        await Checkout.Repository.Checkout(GitRepository.Main);
        Checkout.Repository.Write(Views, "SELECT 0;\nSELECT 1;\nSELECT 2;\nSELECT 3;\nSELECT 4;\n");
        await Checkout.Repository.Commit("more views");
        var run = await Push("again", "README.md");

        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("require-concurrent-index");
        Server.LineComments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_diff_too_large_to_be_shown_has_none()
    {
        Server.TellsPatches = false;
        var run = await Open(Index);

        run.Annotations.ShouldAllBe(annotation => annotation.Level == "error");
        Server.LineComments.ShouldBeEmpty();
    }

    [Fact]
    public async Task There_are_no_more_at_once_than_people_bear()
    {
        await Open(string.Concat(Enumerable.Range(1, 30).Select(number => $"CREATE INDEX i{number} ON orders (id);\n")));
        Server.LineComments.Count.ShouldBe(20);

        await Push("again", "README.md");
        Server.LineComments.Count.ShouldBe(30);
    }

    [Theory]
    [InlineData("CREATE INDEX i ON orders (id); -- ```\n", "````suggestion")]
    [InlineData("CREATE INDEX i ON orders (id); -- ````` @acme\n", "``````suggestion")]
    public async Task No_line_ends_the_block_early(string sql, string fence)
    {
        await Open(sql);

        var lines = Remark.Body.Split('\n');
        lines.ShouldContain(fence);
        lines[^1].ShouldBe(fence[..^"suggestion".Length]);
    }

    [Fact]
    public async Task Nothing_invisible_is_suggested()
    {
        await Open("CREATE INDEX i ON orders (id); -- \u202E\n");

        Server.LineComments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_password_is_never_repeated()
    {
        await Open("ALTER ROLE shop PASSWORD 'correct horse'; CREATE INDEX i ON orders (id);\n");

        Server.LineComments.ShouldBeEmpty();
        Comment.Body.ShouldNotContain("correct horse");
    }

    /// <summary>What GitHub does when somebody clicks.</summary>
    private static string Apply(string text, ServedComment remark)
    {
        var block = remark.Body.Split('\n').SkipWhile(line => !line.EndsWith("```suggestion", StringComparison.Ordinal)).ToList();
        var lines = text.Split('\n');
        return string.Join('\n', [.. lines[..(remark.Place!.First - 1)], .. block[1..^1], .. lines[remark.Place.Last..]]);
    }
}
