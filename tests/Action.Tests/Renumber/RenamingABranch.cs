using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.GitHubAction.Tests.Validate;
using Drawbridge.LocalEnvironment.Git;

namespace Drawbridge.GitHubAction.Tests.Renumber;

/// <summary>Main has 1 and 3; a branch adds 2 with its undo script.</summary>
public sealed class RenamingABranch : CheckoutTest
{
    private const string Late = "migrations/projectdb/2_add_email.up.sql";
    private const string LateUndo = "migrations/projectdb/2_add_email.down.sql";
    private const string Fresh = "migrations/projectdb/4_add_email.up.sql";
    private const string FreshUndo = "migrations/projectdb/4_add_email.down.sql";

    private GitRepository Repository => Checkout.Repository;

    [Fact]
    public async Task Late_scripts_are_renamed_in_the_index_with_their_undo_scripts()
    {
        await StartLateBranch();

        var (exitCode, text) = await Renumber("--base", "main");

        exitCode.ShouldBe(ExitCode.Fine, text);
        text.ShouldContain($"renamed {Late} to 4_add_email.up.sql\n");
        text.ShouldContain($"renamed {LateUndo} to 4_add_email.down.sql\n");
        text.ShouldContain("2 files renamed, compared with main at ");
        (await Repository.Git("status", "--porcelain")).ShouldBe(
            $"R  {LateUndo} -> {FreshUndo}\nR  {Late} -> {Fresh}\n");
    }

    [Fact]
    public async Task What_was_renamed_passes_the_check_and_has_nothing_left_to_rename()
    {
        await StartLateBranch();
        await Renumber("--base", "main");
        await Repository.Commit("renumber");

        (await Run("validate", "--base", "main")).ExitCode.ShouldBe(ExitCode.Fine);
        (await Renumber("--base", "main")).Text.ShouldStartWith("Nothing to rename");
    }

    [Fact]
    public async Task A_rehearsal_only_says_it()
    {
        await StartLateBranch();

        var (exitCode, text) = await Renumber("--base", "main", "--dry-run");

        exitCode.ShouldBe(ExitCode.Fine);
        text.ShouldContain($"would rename {Late} to 4_add_email.up.sql\n");
        (await Repository.Git("status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clone_knows_what_to_compare_with()
    {
        await StartLateBranch();
        await Repository.Checkout("main");
        var folder = Path.Combine(Checkout.Folder, "clone");
        await Repository.Git("clone", "--quiet", Repository.Folder, folder);
        await Repository.Git("-C", folder, "checkout", "--quiet", "change");

        (await Run(["renumber"], folder)).Text.ShouldContain("2 files renamed, compared with origin/HEAD at ");
    }

    [Fact]
    public async Task A_repository_that_was_pushed_and_not_cloned_is_compared_with_what_is_there()
    {
        await StartLateBranch();
        await Push("main");

        (await Renumber()).Text.ShouldContain("2 files renamed, compared with origin/main at ");
    }

    [Fact]
    public async Task A_default_branch_that_nothing_tells_has_to_be_named()
    {
        await StartLateBranch();
        await Push("main:trunk");

        var (exitCode, text) = await Renumber();

        exitCode.ShouldBe(ExitCode.Failed);
        text.ShouldContain("error base-missing: The commit to compare with, 'origin/HEAD', ");
        text.ShouldContain("'git remote set-head origin --auto'");
    }

    [Fact]
    public async Task What_was_merged_meanwhile_counts()
    {
        await StartLateBranch();
        await Repository.Checkout("main");
        Repository.Write("migrations/projectdb/4_meanwhile.up.sql", "SELECT 4;\n");
        await Repository.Commit("meanwhile");
        await Repository.Checkout("change");

        (await Renumber("--base", "main")).Text.ShouldContain($"renamed {Late} to 5_add_email.up.sql\n");
    }

    [Fact]
    public async Task A_file_in_the_way_keeps_everything_as_it_is()
    {
        await StartLateBranch();
        Repository.Write(FreshUndo, "-- not committed\n");

        var (exitCode, text) = await Renumber("--base", "main");

        exitCode.ShouldBe(ExitCode.Failed);
        text.ShouldContain(
            $"error rename-blocked: '{LateUndo}' can't be renamed to '4_add_email.down.sql': a file of that name");
        (await Repository.Git("status", "--porcelain")).ShouldBe($"?? {FreshUndo}\n");
    }

    [Fact]
    public async Task A_second_run_before_the_commit_says_that_it_is_missing()
    {
        await StartLateBranch();
        await Renumber("--base", "main");

        (await Renumber("--base", "main")).Text.ShouldContain("it is not in the working tree");
    }

    [Fact]
    public async Task An_entry_of_the_settings_that_names_the_old_path_is_pointed_at()
    {
        await StartLateBranch();
        Repository.Write(
            "migrations/drawbridge.yml",
            "marked:\n  - path: projectdb/2_add_email.up.sql\n    as: done\n    reason: By hand.\n");
        await Repository.Commit("mark");

        (await Renumber("--base", "main")).Text.ShouldContain(
            "drawbridge.yml names projectdb/2_add_email.up.sql: write projectdb/4_add_email.up.sql there.\n");
    }

    [Fact]
    public async Task Names_that_look_like_options_or_commands_are_only_names()
    {
        await Repository.StartBranch("change");
        const string Folder = "migrations/projectdb/--force\n::error::x";
        Repository.Write($"{Folder}/2_$(touch owned).up.sql", "SELECT 2;\n");
        await Repository.Commit("hostile");

        var (exitCode, text) = await Renumber("--base", "main");

        exitCode.ShouldBe(ExitCode.Fine, text);
        text.ShouldNotContain("\n::error");
        File.Exists(Path.Combine(Repository.Folder, Folder, "4_$(touch owned).up.sql")).ShouldBeTrue();
        File.Exists(Path.Combine(Repository.Folder, "owned")).ShouldBeFalse();
    }

    private async Task StartLateBranch()
    {
        await Repository.StartBranch("change");
        Repository.Write(Late, "ALTER TABLE users ADD email text;\n");
        Repository.Write(LateUndo, "ALTER TABLE users DROP email;\n");
        await Repository.Commit("late");
    }

    /// <summary>To a new 'origin', whose default branch git does not ask for.</summary>
    private async Task Push(string branch)
    {
        var folder = Path.Combine(Checkout.Folder, "origin.git");
        await Repository.Git("init", "--quiet", "--bare", folder);
        await Repository.Git("remote", "add", "origin", folder);
        await Repository.Git("push", "--quiet", "origin", branch);
    }

    private Task<(ExitCode ExitCode, string Text)> Renumber(params string[] options) =>
        Run(["renumber", .. options], Repository.Folder);

    private Task<(ExitCode ExitCode, string Text)> Run(params string[] commandLine) =>
        Run(commandLine, Repository.Folder);

    private static async Task<(ExitCode ExitCode, string Text)> Run(string[] commandLine, string folder)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(
            new Dictionary<string, string>(), folder, TimeProvider.System, output, output, IsTerminal: false);
        return ((ExitCode)await DrawbridgeCommandLine.Run(commandLine, surroundings), $"{output}");
    }
}
