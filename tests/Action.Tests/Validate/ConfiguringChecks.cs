using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed class ConfiguringChecks : CheckoutTest
{
    private const string Settings = "migrations/drawbridge.yml";
    private const string Folder = "migrations/projectdb";

    [Fact]
    public async Task A_mistake_is_an_error_on_its_line()
    {
        var run = await Checkout.Validate(await Checkout.PullRequest(Settings, "databases:\n  projectdb:\n    ordre: any\n"));
        run.ExitCode.ShouldBe(1, run.Text);
        var annotation = run.Annotations.ShouldHaveSingleItem();
        (annotation.Title, annotation.File, annotation.Line).ShouldBe(("configuration-invalid", Settings, 3));
        annotation.Message.ShouldBe("The key 'ordre' is not known in the database 'projectdb'. Did you mean 'order'?");
    }

    [Theory]
    [InlineData("error", 1, "error")]
    [InlineData("warning", 0, "warning")]
    [InlineData("info", 0, "notice")]
    public async Task A_severity_decides_the_annotation_and_the_exit_code(string severity, int exitCode, string level)
    {
        await Merge(Settings, $"rules: {{ missing-undo: {severity} }}");
        var run = await Checkout.Validate(await Checkout.PullRequest($"{Folder}/4_a.up.sql", "SELECT 1;"));
        run.ExitCode.ShouldBe(exitCode, run.Text);
        run.Annotations.ShouldHaveSingleItem().Level.ShouldBe(level);
    }

    [Fact]
    public async Task What_is_not_committed_does_not_count()
    {
        var trigger = await Checkout.PullRequest($"{Folder}/4_a.up.sql", "SELECT 1;");
        Checkout.Repository.Write(Settings, "rules: { missing-undo: error }");
        (await Checkout.Validate(trigger)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_symlink_is_refused_and_not_followed()
    {
        await File.WriteAllTextAsync(Path.Combine(Checkout.Folder, "elsewhere.yml"), "secret: 1");
        var run = await Change(repository => File.CreateSymbolicLink(Path.Combine(repository.Folder, Settings), "../../elsewhere.yml"));
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("not-a-file");
        run.Text.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Ignored_files_are_not_looked_at()
    {
        await Merge(Settings, "ignored-paths: ['projectdb/notes/**', '**/*.txt']");
        var run = await Change(repository =>
        {
            repository.Write($"{Folder}/notes/idea.sql", "SELECT 'oops;");
            repository.Write($"{Folder}/todo.txt", "rest");
        });
        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldContain("0 errors and 0 warnings in 2 scripts");
    }

    [Fact]
    public async Task A_merged_script_that_becomes_ignored_is_gone()
    {
        var run = await Checkout.Validate(await Checkout.PullRequest(Settings, "ignored-paths: ['projectdb/1_*']"));
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("deleted-after-merge");
    }

    [Fact]
    public async Task A_rule_that_is_lowered_by_the_change_that_breaks_it_is_a_warning()
    {
        await Merge(Settings, "rules: { missing-undo: error }");
        var run = await Change(repository =>
        {
            repository.Write(Settings, "rules:\n  missing-undo: off\n");
            repository.Write($"{Folder}/4_a.up.sql", "SELECT 1;");
        });
        run.ExitCode.ShouldBe(0, run.Text);
        var annotation = run.Annotations.ShouldHaveSingleItem();
        (annotation.Level, annotation.Title, annotation.File, annotation.Line).ShouldBe(("warning", "rule-weakened", Settings, 2));
    }

    [Fact]
    public async Task What_was_accepted_is_in_the_summary_and_the_log()
    {
        const string Reason = "it failed <img src=x> [a](https:evil) @acme";
        var trigger = await Checkout.PullRequest(async repository =>
        {
            repository.Write($"{Folder}/1_create_users.up.sql", $"-- drawbridge: ignore changed-after-merge {Reason}\nSELECT 1;");
            repository.Write(Settings, "acknowledged:\n  - { path: projectdb/3_create_orders.up.sql, reason: never applied }\n");
            await repository.Remove($"{Folder}/3_create_orders.up.sql");
        });
        var run = await Checkout.Validate(trigger);
        run.ExitCode.ShouldBe(0, run.Text);
        run.Annotations.ShouldBeEmpty();
        run.Text.ShouldContain($"{Folder}/3_create_orders.up.sql: accepted deleted-after-merge: never applied");
        run.Summary.ShouldContain("### Accepted");
        run.Summary.ShouldContain("| never applied |");
        run.Summary.ShouldNotContain("<img");
        run.Summary.ShouldNotContain("](");
        run.Summary.ShouldNotContain("@acme");
    }

    [Theory]
    [InlineData("\"a\\n::error::owned\": 1")]
    [InlineData("rules: { \"x\\u202e\\n##[error]y\": off }")]
    [InlineData("rules: { \"| <img src=x> | [a](https:evil)\": off }")]
    [InlineData("databases: { \"a\\r::add-mask::x\": {} }")]
    [InlineData("server-version: \"`$(touch owned)`\\e[31m\"")]
    [InlineData("&::error::owned *x")]
    [InlineData("a: 'b\n##[error]")]
    public async Task A_hostile_file_is_shown_and_never_obeyed(string text)
    {
        var run = await Checkout.Validate(await Checkout.PullRequest(Settings, text));
        run.ExitCode.ShouldBe(1, run.Text);
        run.Annotations.ShouldAllBe(annotation => annotation.Title == "configuration-invalid" && annotation.File == Settings);
        run.Text.Any(character => char.IsControl(character) && character != '\n').ShouldBeFalse();
        foreach (var hostile in new[] { "<img", "](", "`", "\u202E" })
        {
            run.Summary.ShouldNotContain(hostile);
        }
    }

    private async Task Merge(string path, string content)
    {
        Checkout.Repository.Write(path, content);
        await Checkout.Repository.Commit("settings");
    }

    private async Task<ActionRun> Change(Action<GitRepository> change) => await Checkout.Validate(await Checkout.PullRequest(repository =>
    {
        change(repository);
        return Task.CompletedTask;
    }));
}
