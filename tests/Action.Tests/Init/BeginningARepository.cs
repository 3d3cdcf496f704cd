using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.LocalEnvironment.Git;
using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.Init;

public sealed class BeginningARepository : IAsyncLifetime
{
    private static readonly string[] Workflows = ["validate", "plan", "deploy", "undo"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drawbridge-tests-");
    private GitRepository _repository = null!;

    public async Task InitializeAsync() =>
        _repository = await GitRepository.Create(Path.Combine(_folder.FullName, "shop"));

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_it_writes_passes_its_own_check_without_a_remark()
    {
        var (exitCode, text) = await Run("init", "--database", "shop");
        exitCode.ShouldBe(ExitCode.Fine, text);
        await _repository.Commit("begin");

        (await Run("validate")).Text.ShouldStartWith("0 errors and 0 warnings in 3 scripts of 2 databases.\n");
        var created = Files().Where(path => path.StartsWith("migrations/", StringComparison.Ordinal))
            .Select(path => path.Split('/')[^1].TrimStart([.. "0123456789"]));
        created.ShouldBe(
            ["drawbridge.yml", "_create_shop.up.sql", "_create_notes.down.sql", "_create_notes.up.sql"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task What_it_writes_for_SQL_Server_is_T_SQL_and_passes_too()
    {
        var (exitCode, text) = await Run("init", "--database", "Shop-2$", "--engine", "sqlserver");
        exitCode.ShouldBe(ExitCode.Fine, text);
        await _repository.Commit("begin");

        (await Run("validate")).Text.ShouldStartWith("0 errors and 0 warnings in 3 scripts of 2 databases.\n");
        text.ShouldContain("When the database 'Shop-2$' exists already, remove migrations/master.");
        Read("migrations/drawbridge.yml").ShouldContain("\nengine: sqlserver\n");
        Files().Where(path => path.Contains("create_Shop")).Select(Read).ShouldBe(["CREATE DATABASE [Shop-2$];\n"]);
    }

    [Fact]
    public async Task Workflows_are_those_that_the_documentation_shows()
    {
        await Run("init");

        foreach (var name in Workflows)
        {
            var example = await File.ReadAllTextAsync(Path.Combine(TestMachine.Repository, $"docs/example-{name}.yml"));
            Read($".github/workflows/{name}-migrations.yml").ShouldBe(example);
        }
    }

    [Fact]
    public async Task Workflows_name_the_folder_of_the_scripts()
    {
        await Run("init", "--migrations", "./db/migrations/");

        var deploy = Read(".github/workflows/deploy-migrations.yml");
        deploy.ShouldContain("paths: [\"db/migrations/**\"]\n");
        deploy.ShouldContain("migrations: db/migrations\n");
        Workflows.Select(name => Read($".github/workflows/{name}-migrations.yml"))
            .ShouldAllBe(text => !text.Contains("migrations: migrations"));
        Files().ShouldContain("db/migrations/drawbridge.yml");
    }

    [Fact]
    public async Task It_says_what_it_wrote_and_what_to_do_next()
    {
        var (_, text) = await Run("init", "--database", "shop");

        text.ShouldStartWith("wrote .github/workflows/validate-migrations.yml\n");
        Files().ShouldAllBe(path => text.Contains($"wrote {path}\n", StringComparison.Ordinal));
        text.ShouldContain("When the database 'shop' exists already, remove migrations/postgres.");
        text.ShouldContain("DRAWBRIDGE_PLAN_ROLE");
    }

    [Fact]
    public async Task Files_that_are_there_are_kept()
    {
        _repository.Write(".github/workflows/deploy-migrations.yml", "mine\n");
        _repository.Write("migrations/drawbridge.yml", "server-version: 17\n");
        _repository.Write("migrations/shop/sub/1_mine.sql", "SELECT 1;\n");

        var (exitCode, text) = await Run("init");

        exitCode.ShouldBe(ExitCode.Fine, text);
        text.ShouldContain("kept  .github/workflows/deploy-migrations.yml: it is there already\n");
        text.ShouldContain("kept  migrations: it has scripts already, so none was added\n");
        Read(".github/workflows/deploy-migrations.yml").ShouldBe("mine\n");
        Read("migrations/drawbridge.yml").ShouldBe("server-version: 17\n");
        Files().Count(path => path.EndsWith(".sql", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_time_it_changes_nothing()
    {
        await Run("init");
        await _repository.Commit("begin");

        (await Run("init")).Text.ShouldNotContain("wrote");
        (await _repository.Git("status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_with_odd_characters_is_quoted_and_valid()
    {
        await Run("init", "--database", "Shop-2$");
        await _repository.Commit("begin");

        (await Run("validate")).Text.ShouldStartWith("0 errors and 0 warnings in 3 scripts of 2 databases.\n");
        Files().Where(path => path.Contains("create_Shop")).Select(Read).ShouldBe(["CREATE DATABASE \"Shop-2$\";\n"]);
    }

    [Fact]
    public async Task The_root_database_is_not_created()
    {
        await Run("init", "--database", "postgres");

        Files().Where(path => path.EndsWith(".sql", StringComparison.Ordinal))
            .ShouldAllBe(path => path.Contains("_create_notes."));
    }

    [Theory]
    [InlineData("--database", "9lives")]
    [InlineData("--engine", "oracle")]
    [InlineData("--migrations", "../elsewhere")]
    [InlineData("--migrations", ".")]
    [InlineData("--migrations", "a: {b")]
    public async Task A_name_that_can_not_be_is_misuse(string option, string value)
    {
        (await Run("init", option, value)).ExitCode.ShouldBe(ExitCode.Misused);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_of_a_repository_nothing_is_written()
    {
        Directory.Delete(Path.Combine(_repository.Folder, ".git"), recursive: true);

        (await Run("init")).Text.ShouldStartWith("error not-a-repository");
        Files().ShouldBeEmpty();
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_repository.Folder, path));

    private IReadOnlyList<string> Files() =>
    [
        .. Directory.EnumerateFiles(_repository.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_repository.Folder, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith(".git/", StringComparison.Ordinal)),
    ];

    private async Task<(ExitCode ExitCode, string Text)> Run(params string[] commandLine)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var nothing = new Dictionary<string, string>();
        var surroundings = new Surroundings(
            nothing, _repository.Folder, TimeProvider.System, output, output, IsTerminal: false);
        return ((ExitCode)await DrawbridgeCommandLine.Run(commandLine, surroundings), $"{output}");
    }
}
