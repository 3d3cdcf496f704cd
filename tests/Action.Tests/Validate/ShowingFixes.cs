using System.Text.RegularExpressions;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.LocalEnvironment.Git;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed partial class ShowingFixes : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drawbridge-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("CREATE INDEX i\n\tON t (a);", "  fix: CREATE INDEX CONCURRENTLY IF NOT EXISTS i\n")]
    [InlineData("SELECT 1;\nDROP INDEX i;", "  fix: remove line 2\n")]
    [InlineData("SELECT 1;\nDROP INDEX\n\ti\n;\n", "  fix: remove lines 2 to 4\n")]
    [InlineData(
        "CREATE TABLE t (\n\ta int PRIMARY KEY REFERENCES u, b int[] REFERENCES u\n);",
        "  fix: );\n  fix: CREATE INDEX t_b_idx ON t (b);\n")]
    public async Task A_terminal_shows_the_lines_as_they_should_be(string sql, string shown)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Colour().Replace(await Run(sql, [], output), "").ShouldContain(shown);
    }

    [Fact]
    public async Task The_job_summary_shows_them_without_obeying_them()
    {
        var summary = Path.Combine(_folder.FullName, "summary.md");
        await File.WriteAllTextAsync(summary, "");
        var environment = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_STEP_SUMMARY"] = summary,
        };
        await Run("CREATE INDEX \"<b>|\" ON t (a);", environment, TextWriter.Null);
        (await File.ReadAllTextAsync(summary)).ShouldContain(
            "**Fix:**\n\n<pre>CREATE INDEX CONCURRENTLY IF NOT EXISTS \"&#60;b&#62;&#124;\" ON t &#40;a&#41;;</pre>\n");
    }

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();

    private async Task<string> Run(string sql, Dictionary<string, string> environment, TextWriter output)
    {
        var repository = await GitRepository.Create(Path.Combine(_folder.FullName, "shop"));
        repository.Write("migrations/projectdb/1_a.up.sql", sql);
        await repository.Commit("first");
        var surroundings = new Surroundings(
            environment, repository.Folder, TimeProvider.System, output, TextWriter.Null, IsTerminal: true);
        await DrawbridgeCommandLine.Run(["validate"], surroundings);
        return output.ToString() ?? "";
    }
}
