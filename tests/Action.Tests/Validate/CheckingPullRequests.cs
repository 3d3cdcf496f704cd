using System.Text.Json;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.LocalEnvironment.GitHub;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed class CheckingPullRequests : CheckoutTest
{
    private const string Folder = "migrations/projectdb";

    [Fact]
    public async Task A_good_change_passes_and_says_what_was_looked_at()
    {
        var run = await Checkout.Validate(
            await Checkout.PullRequest($"{Folder}/4_add_email.up.sql", "ALTER TABLE users ADD email text;\n"));
        run.ExitCode.ShouldBe(0, run.Text);
        run.Annotations.ShouldBeEmpty();
        run.Text.ShouldContain(
            "0 errors and 0 warnings in 3 scripts of 1 database.\n1 file new or changed and 0 removed since ");
        run.Outputs["result"].ShouldBe("succeeded");
        run.Outputs["error-count"].ShouldBe("0");
        run.Outputs["warning-count"].ShouldBe("0");
        JsonDocument.Parse(run.Outputs["databases"]).RootElement[0].ToString()
            .ShouldBe("""{"name":"projectdb","scripts":3,"touched":1,"errors":0,"warnings":0}""");
        run.Summary.ShouldContain(
            "| **projectdb** | 3 scripts, 1 new or changed |  |  |\n| | ✅ <code>4&#95;add&#95;email&#46;up&#46;sql</code> |  |  |\n");
        (await File.ReadAllTextAsync(run.Outputs["summary-file"])).ShouldBe(run.Summary);
    }

    [Fact]
    public async Task A_run_that_could_check_nothing_has_a_result_and_no_numbers()
    {
        var run = await Checkout.Validate(await Checkout.PullRequest("README.md", "Hello."), "--migrations", "other");
        run.ExitCode.ShouldBe(1);
        run.Outputs["result"].ShouldBe("failed");
        run.Outputs.Keys.ShouldBe(["result", "summary-file"], ignoreOrder: true);
        (await File.ReadAllTextAsync(run.Outputs["summary-file"])).ShouldBe(run.Summary);
    }

    [Theory]
    [InlineData("create_email.up.sql", "SELECT 1;", "invalid-name")]
    [InlineData("03_create_email.up.sql", "SELECT 1;", "duplicate-version")]
    [InlineData("2_create_email.up.sql", "SELECT 1;", "out-of-order")]
    [InlineData("1_create_users.up.sql", "SELECT 'edited';", "changed-after-merge")]
    [InlineData("4_empty.up.sql", "", "file-hygiene")]
    [InlineData("4_nul.up.sql", "SELECT '\0';", "file-hygiene")]
    [InlineData("4_unclosed.up.sql", "SELECT 'oops;", "syntax-error")]
    [InlineData("4_psql.up.sql", "\\i other.sql", "psql-command")]
    [InlineData("../1database/1_a.up.sql", "SELECT 1;", "invalid-database-name")]
    [InlineData("../ProjectDB/4_a.up.sql", "SELECT 1;", "case-collision")]
    public async Task A_mistake_is_an_error_on_its_file(string name, string content, string rule)
    {
        var run = await Checkout.Validate(await Checkout.PullRequest($"{Folder}/{name}", content));
        ShouldRefuse(run, rule);
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused() => ShouldRefuse(
        await Change(repository => File.WriteAllBytes(PathOf(repository, "4_latin1.up.sql"), [.. "-- caf"u8, 0xE9])), "file-hygiene");

    [Fact]
    public async Task A_17_mebibyte_file_is_refused() => ShouldRefuse(
        await Change(repository => repository.Write($"{Folder}/4_big.up.sql", new string('-', 17 * 1024 * 1024))), "file-hygiene");

    [Fact]
    public async Task A_deleted_migration_is_refused()
    {
        var trigger = await Checkout.PullRequest(repository => repository.Remove($"{Folder}/1_create_users.up.sql"));
        ShouldRefuse(await Checkout.Validate(trigger), "deleted-after-merge");
    }

    [Fact]
    public async Task A_renamed_migration_is_refused()
    {
        var trigger = await Checkout.PullRequest(
            repository => repository.Move($"{Folder}/1_create_users.up.sql", $"{Folder}/1_users.up.sql"));
        ShouldRefuse(await Checkout.Validate(trigger), "renamed-after-merge");
    }

    [Fact]
    public async Task A_symlink_is_refused_and_not_followed()
    {
        await File.WriteAllTextAsync(Path.Combine(Checkout.Folder, "secret.sql"), "SELECT 'secret';");
        ShouldRefuse(
            await Change(repository => File.CreateSymbolicLink(PathOf(repository, "4_link.up.sql"), "../../../secret.sql")), "not-a-file");
    }

    [Fact]
    public async Task A_submodule_is_refused()
    {
        var trigger = await Checkout.PullRequest(async repository =>
        {
            var commit = await repository.Revision("HEAD");
            await repository.Git("update-index", "--add", "--cacheinfo", $"160000,{commit},{Folder}/sub");
            Directory.CreateDirectory(PathOf(repository, "sub"));
        });
        ShouldRefuse(await Checkout.Validate(trigger), "not-a-file");
    }

    [Fact]
    public async Task Findings_are_counted_and_listed_in_the_summary()
    {
        var run = await Change(repository =>
        {
            foreach (var number in Enumerable.Range(1, 25))
            {
                repository.Write($"{Folder}/wrong{number:00}.sql", "SELECT 1;");
            }
        });
        run.Annotations.Count.ShouldBe(10);
        run.Annotations[^1].Message.ShouldBe("16 more of this kind: the job summary lists them all.");
        run.Log.Count(line => line.Text.Contains("error invalid-name: ", StringComparison.Ordinal)).ShouldBe(16);
        run.Outputs["error-count"].ShouldBe("25");
        run.Summary.Split("<code>invalid&#45;name</code>").Length.ShouldBe(26);
    }

    [Fact]
    public async Task Nothing_changed_is_said()
    {
        var run = await Checkout.Validate(await Checkout.PullRequest("README.md", "Hello."));
        run.ExitCode.ShouldBe(0);
        run.Text.ShouldContain("Nothing changed since ");
    }

    [Fact]
    public async Task An_event_without_a_base_says_which_checks_were_skipped()
    {
        var commit = await Checkout.Repository.Revision("HEAD");
        var run = await Checkout.Validate(new GitHubEvent("workflow_dispatch", "refs/heads/main", commit, "{}"));
        run.ExitCode.ShouldBe(0);
        var notice = run.Annotations.Where(annotation => annotation.Level == "notice").ShouldHaveSingleItem();
        notice.Title.ShouldBe("no-base");
        notice.Message.ShouldStartWith("There is no base to compare with, so these checks were skipped: out-of-order,");
    }

    private static void ShouldRefuse(ActionRun run, string rule)
    {
        run.ExitCode.ShouldBe(1, run.Text);
        run.Annotations.ShouldContain(annotation => annotation.Level == "error" && annotation.Title == rule
            && annotation.File.StartsWith("migrations/", StringComparison.Ordinal));
        run.Outputs["result"].ShouldBe("failed");
        run.Summary.ShouldContain("❌");
    }

    private static string PathOf(GitRepository repository, string name) =>
        Path.Combine(repository.Folder, Folder, name);

    private async Task<ActionRun> Change(Action<GitRepository> change) => await Checkout.Validate(await Checkout.PullRequest(repository =>
    {
        change(repository);
        return Task.CompletedTask;
    }));
}
