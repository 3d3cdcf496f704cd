using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.LocalEnvironment.Git;

namespace Drawbridge.GitHubAction.Tests.Validate;

/// <summary>Outside GitHub Actions, inside this process: the surroundings are values.</summary>
public sealed class RunningByHand : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drawbridge-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Findings_are_lines_with_place_level_and_rule()
    {
        var repository = await Repository("db/projectdb/1_a.up.sql", "SELECT 1;\nSELECT (;\n");
        var (exitCode, output, _) = await Run(repository.Folder, [], "validate", "--migrations", "./db/");
        exitCode.ShouldBe(1);
        output.ShouldStartWith(
            "db/projectdb/1_a.up.sql:2:8: error syntax-error: The parenthesis that began at line 2 never ends.");
        output.ShouldNotContain("::");
    }

    [Fact]
    public async Task A_terminal_shows_a_block_for_each_file_and_no_markup_of_a_name()
    {
        var repository = await Repository("migrations/projectdb/[red]a[bold].sql", "SELECT 1;");
        using var output = new StringWriter();
        var surroundings = new Surroundings(
            new Dictionary<string, string>(), repository.Folder, TimeProvider.System, output, TextWriter.Null, IsTerminal: true);
        (await DrawbridgeCommandLine.Run(["validate"], surroundings)).ShouldBe(1);
        output.ToString().ShouldContain("migrations/projectdb/[red]a[bold].sql");
        output.ToString().ShouldContain(" '[red]a[bold].sql' has none");
    }

    [Fact]
    public async Task Options_fall_back_to_environment_variables_and_an_empty_one_is_none()
    {
        var repository = await Repository("db/projectdb/1_a.up.sql", "SELECT 1;");
        var environment = new Dictionary<string, string> { ["DRAWBRIDGE_MIGRATIONS"] = "db", ["DRAWBRIDGE_BASE"] = "" };
        (await Run(repository.Folder, environment, "validate")).ExitCode.ShouldBe(0);
        (await Run(repository.Folder, environment, "validate", "--migrations", "other")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task The_checkout_s_files_do_not_count_only_its_commit()
    {
        var repository = await Repository("migrations/projectdb/1_a.up.sql", "SELECT 1;");
        repository.Write("migrations/projectdb/wrong.sql", "SELECT 1;");
        repository.Write("elsewhere.sql", "SELECT 1;");
        var (exitCode, output, _) = await Run(repository.Folder, [], "validate");
        exitCode.ShouldBe(0);
        output.ShouldContain("1 file below the migrations folder has uncommitted changes, which were not looked at: commit it first.");
    }

    [Fact]
    public async Task Nothing_is_said_of_uncommitted_files_where_there_are_none()
    {
        var repository = await Repository("migrations/projectdb/1_a.up.sql", "SELECT 1;");
        (await Run(repository.Folder, [], "validate")).Output.ShouldNotContain("uncommitted");
    }

    [Fact]
    public async Task A_subfolder_of_the_repository_is_fine_to_run_in()
    {
        var repository = await Repository("migrations/projectdb/1_a.up.sql", "SELECT 1;");
        (await Run(Path.Combine(repository.Folder, "migrations"), [], "validate")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("./")]
    public async Task The_repository_s_root_can_be_the_folder(string folder)
    {
        var repository = await Repository("projectdb/wrong.sql", "SELECT 1;");
        var (exitCode, output, _) = await Run(repository.Folder, [], "validate", "--migrations", folder);
        exitCode.ShouldBe(1);
        output.ShouldStartWith("projectdb/wrong.sql: error invalid-name: ");
    }

    [Fact]
    public async Task A_missing_folder_is_an_error_because_nothing_was_checked()
    {
        var repository = await Repository("README.md", "Hello.");
        var (exitCode, _, error) = await Run(repository.Folder, [], "validate");
        exitCode.ShouldBe(1);
        error.ShouldStartWith("error migrations-missing: ");
    }

    [Fact]
    public async Task A_folder_without_scripts_is_a_warning()
    {
        var repository = await Repository("migrations/.gitkeep", "");
        var (exitCode, output, _) = await Run(repository.Folder, [], "validate");
        exitCode.ShouldBe(0);
        output.ShouldContain("warning no-scripts: The migrations folder holds no script yet");
    }

    [Fact]
    public async Task Outside_of_a_repository_it_says_so()
    {
        var (exitCode, _, error) = await Run(_folder.FullName, new() { ["GIT_CEILING_DIRECTORIES"] = "/" }, "validate");
        exitCode.ShouldBe(1);
        error.ShouldStartWith($"error not-a-repository: '{_folder.FullName}' is not in a git repository.\n");
    }

    [Fact]
    public async Task A_repository_without_a_commit_is_told()
    {
        var repository = await GitRepository.Create(Path.Combine(_folder.FullName, "empty"));
        (await Run(repository.Folder, [], "validate")).Error.ShouldStartWith("error head-missing: ");
    }

    [Theory]
    [InlineData("validate", "--migrations", "../other")]
    [InlineData("validate", "--migrations", "/etc")]
    [InlineData("validate", "--no-such-option")]
    [InlineData("no-such-command")]
    public async Task A_misused_program_ends_with_2_and_points_to_the_help(params string[] arguments)
    {
        var (exitCode, output, error) = await Run(_folder.FullName, [], arguments);
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("--help' shows what there is.");
    }

    [Fact]
    public async Task A_misused_variable_ends_with_2() =>
        (await Run(_folder.FullName, new() { ["DRAWBRIDGE_MIGRATIONS"] = "../x" }, "validate")).ExitCode.ShouldBe(2);

    [Fact]
    public async Task The_help_shows_examples_variables_and_exit_codes()
    {
        var (exitCode, output, _) = await Run(_folder.FullName, [], "validate", "--help");
        exitCode.ShouldBe(0);
        output.ShouldContain("drawbridge validate --base origin/main");
        output.ShouldContain("DRAWBRIDGE_SOME_OPTION");
        output.ShouldContain("Exit codes: 0 fine, 1 refused or failed, 2 misused, 3 no answer in time.");
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(
        string directory, Dictionary<string, string> environment, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(
            environment, directory, TimeProvider.System, output, error, IsTerminal: false);
        var exitCode = await DrawbridgeCommandLine.Run(arguments, surroundings);
        return (exitCode, output.ToString(), error.ToString());
    }

    private async Task<GitRepository> Repository(string path, string content)
    {
        var repository = await GitRepository.Create(Path.Combine(_folder.FullName, "shop"));
        repository.Write(path, content);
        await repository.Commit("first");
        return repository;
    }
}
