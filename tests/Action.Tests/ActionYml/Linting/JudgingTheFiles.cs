using Drawbridge.Tests.Shared;

namespace Drawbridge.GitHubAction.Tests.ActionYml.Linting;

/// <summary><c>action.yml</c>, the workflows and the scripts, as others' linters see them.</summary>
public sealed class JudgingTheFiles : IDisposable
{
    /// <summary>A permission that is newer than the schema of action-validator 0.6.0.</summary>
    private const string Newer = "      attestations: write\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("drawbridge-lint-").FullName;

    public static TheoryData<string> Each() =>
        ["action.yml", .. Workflows(".github/workflows", "*.yml"), .. Workflows("docs", "example-*.yml")];

    [LintTheory]
    [InlineData(".github/workflows/*.yml")]
    [InlineData("docs/example-*.yml")]
    public async Task Workflows_pass_actionlint(string pattern)
    {
        var run = await Linters.ActionLint(TestMachine.Repository, pattern);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldNotContain("No workflow files found");
    }

    [LintTheory]
    [MemberData(nameof(Each))]
    public async Task Each_file_passes_action_validator(string path)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(TestMachine.Repository, path));

        var run = await Validate(Path.GetFileName(path), text.Replace(Newer, "", StringComparison.Ordinal));

        run.ExitCode.ShouldBe(0, run.Output);
    }

    [LintFact]
    public async Task A_mistake_is_found_by_both()
    {
        const string Workflow = "on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - rum: make\n";

        (await Validate("mistake.yml", Workflow)).ExitCode.ShouldBe(1);
        (await Linters.ActionLint(_folder, "mistake.yml")).ExitCode.ShouldNotBe(0);
    }

    [ShellCheckFact]
    public async Task Scripts_pass_shellcheck()
    {
        string[] scripts = ["action.sh", "build.sh", ".ci/run", ".ci/release", ".ci/check-terraform", ".ci/terraform"];

        var run = await Linters.Run("shellcheck", TestMachine.Repository, scripts);

        run.ExitCode.ShouldBe(0, run.Output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Workflows(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(TestMachine.Repository, folder), pattern)
            .Select(file => $"{folder}/{Path.GetFileName(file)}");

    private async Task<LintRun> Validate(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text);
        return await Linters.ActionValidator(file);
    }
}
