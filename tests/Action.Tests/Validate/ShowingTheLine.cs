using System.Text.RegularExpressions;
using Drawbridge.GitHubAction.CommandLine;
using Drawbridge.LocalEnvironment.Git;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed partial class ShowingTheLine : IDisposable
{
    private const string Script = "migrations/projectdb/4_a.up.sql";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drawbridge-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_plain_log_has_it_below_the_finding() =>
        (await Output("SELECT 1;\r\n\tALTER TABLE orders ALTER note /* 漢字 */ TYPE bigint;\r\n", isTerminal: false)).ShouldContain(
            " change over.\n"
            + "2 | \tALTER TABLE orders ALTER note /* 漢字 */ TYPE bigint;\n"
            + "  | \t                                              ^^^^^^\n");

    [Fact]
    public async Task A_terminal_has_it_between_the_finding_and_its_remedy() =>
        (await Output("SELECT 1;\nSELECT '[red]' || (;\n", isTerminal: true)).ShouldContain(
            "  2:19 syntax-error The parenthesis that began at line 2 never ends.\n"
            + "    2 | SELECT '[red]' || (;\n"
            + "      |                   ^\n"
            + "  → ");

    [Fact]
    public async Task A_terminal_s_width_is_kept()
    {
        var output = await Output($"SELECT '{new string('漢', 300)}', (;\n", isTerminal: true);
        var rows = output.Split('\n').SkipWhile(row => !row.Contains(" 1 | ", StringComparison.Ordinal)).Take(3).ToList();
        rows[0].ShouldEndWith("漢', (;");
        rows[1].Trim().ShouldEndWith("^");
        rows[2].ShouldStartWith("  → ");
    }

    [Fact]
    public async Task The_configuration_has_lines_too()
    {
        using var checkout = await Checkout.Create();
        var run = await checkout.Validate(await checkout.PullRequest("migrations/drawbridge.yml", "rules:\n  drop-tabel: off\n"));
        run.Text.ShouldContain("migrations/drawbridge.yml:2:3\n2 |   drop-tabel: off\n  |   ^\n");
    }

    [Fact]
    public async Task An_annotation_has_the_columns_and_the_log_and_the_summary_have_the_line()
    {
        using var checkout = await Checkout.Create();
        var run = await checkout.Validate(await checkout.PullRequest(Script, "ALTER TABLE orders ALTER id TYPE text;\n"));

        var annotation = run.Annotations.ShouldHaveSingleItem();
        (annotation.Line, annotation.Column, annotation.EndColumn).ShouldBe((1, 34, 37));
        run.Text.ShouldContain(
            $"{Script}:1:34\n1 | ALTER TABLE orders ALTER id TYPE text;\n  |                                  ^^^^\n");
        run.Summary.ShouldContain(
            "<pre>1 &#124; ALTER TABLE orders ALTER id TYPE text;\n  &#124;                                  &#94;&#94;&#94;&#94;</pre>");
    }

    [Fact]
    public async Task A_part_that_goes_on_below_is_underlined_to_the_line_s_end_and_has_no_last_column()
    {
        using var checkout = await Checkout.Create();
        var run = await checkout.Validate(
            await checkout.PullRequest(Script, "ALTER TABLE orders ADD CHECK (id > 0\n  AND id < 9);\n"));
        run.Annotations.ShouldHaveSingleItem().EndColumn.ShouldBe(0);
        run.Text.ShouldContain("|                        ^^^^^^^^^^^^^\n");
    }

    [Theory]
    [InlineData("SELECT '::error::owned', (;")]
    [InlineData("SELECT 1; /*\n::error::owned\n##[error]owned */ SELECT (;")]
    [InlineData("::error::owned (;")]
    [InlineData("SELECT '``` </pre><img src=x> @acme', (;")]
    [InlineData("SELECT '\u202E\u2066\u001B[31m', (;")]
    public async Task A_hostile_line_is_shown_and_never_obeyed(string sql)
    {
        using var checkout = await Checkout.Create();
        var run = await checkout.Validate(await checkout.PullRequest(Script, sql));

        run.ExitCode.ShouldBe(1);
        run.Annotations.ShouldAllBe(annotation => annotation.Title == "syntax-error");
        run.Text.ShouldContain("^\n");
        run.Text.Any(character => char.IsControl(character) && character != '\n').ShouldBeFalse();
        foreach (var hostile in new[] { "</pre><", "<img", "`", "@acme", "\u202E", "\u2066", "\u001B" })
        {
            run.Summary.ShouldNotContain(hostile);
        }
    }

    [Fact]
    public async Task A_password_is_not_shown()
    {
        using var checkout = await Checkout.Create();
        var run = await checkout.Validate(await checkout.PullRequest(Script, "ALTER ROLE shop PASSWORD 'correct horse';\n"));
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("privileges");
        (run.Text + run.Summary).ShouldNotContain("correct");
    }

    [Fact]
    public async Task A_summary_that_grows_too_large_gives_up_the_lines_first()
    {
        using var checkout = await Checkout.Create();
        var run = await checkout.Validate(await checkout.PullRequest(
            Script, string.Concat(Enumerable.Repeat($"DROP TABLE a; -- {new string('-', 80)}\n", 2500))));
        run.Summary.ShouldContain("<code>drop&#45;table</code>");
        run.Summary.ShouldNotContain("<pre>");
    }

    private async Task<string> Output(string sql, bool isTerminal)
    {
        var repository = await GitRepository.Create(Path.Combine(_folder.FullName, "shop"));
        repository.Write(Script, sql);
        await repository.Commit("first");
        using var output = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(
            new Dictionary<string, string>(), repository.Folder, TimeProvider.System, output, TextWriter.Null, isTerminal);
        await DrawbridgeCommandLine.Run(["validate"], surroundings);
        return Colour().Replace(output.ToString(), "");
    }

    [GeneratedRegex("\u001B\\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();
}
