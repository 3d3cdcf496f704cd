using Drawbridge.GitHubAction.CommandLine;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed class HostileNames
{
    [Theory]
    [InlineData("1_a\n::error::owned.sql")]
    [InlineData("1_a\r::add-mask::x.sql")]
    [InlineData("100%25,line=1::x.sql")]
    [InlineData("`$(touch owned)`; rm -rf x.sql")]
    [InlineData("##[error]x.sql")]
    [InlineData("| <img src=x onerror=alert(1)> | [a](https:evil) |.sql")]
    [InlineData("\u202Elqs.x\u2066.sql")]
    [InlineData("\u001B[31mred.sql")]
    [InlineData("-rf.sql")]
    [InlineData("\"quoted\"\t.sql")]
    [InlineData("ünï😀.sql")]
    [InlineData("C:\\work\\a b.sql")]
    [InlineData(" 100% of a::b,c=d.sql")]
    [InlineData("%0A%3A%2C.sql")]
    [InlineData("::error file=x::y.sql")]
    public async Task A_file_name_is_shown_and_never_obeyed(string name)
    {
        using var checkout = await Checkout.Create();
        var run = await checkout.Validate(await checkout.PullRequest($"migrations/projectdb/{name}", "SELECT 1;"));
        run.ExitCode.ShouldBe(1, run.Text);
        var annotation = run.Annotations.ShouldHaveSingleItem();
        (annotation.Level, annotation.File, annotation.Title).ShouldBe(
            ("error", $"migrations/projectdb/{name}", "invalid-name"));
        run.Text.Any(character => char.IsControl(character) && character != '\n').ShouldBeFalse();
        foreach (var hostile in new[] { "<img", "](", "`", "\u202E", "\u001B" })
        {
            run.Summary.ShouldNotContain(hostile);
        }
    }

    [Fact]
    public async Task A_database_s_name_sets_no_output()
    {
        using var checkout = await Checkout.Create();
        var run = await checkout.Validate(
            await checkout.PullRequest("migrations/a\nresult=succeeded\n::error::x/1_a.sql", "SELECT 1;"));
        run.ExitCode.ShouldBe(1);
        run.Outputs["result"].ShouldBe("failed");
        run.Outputs.Keys.ShouldBe(["result", "error-count", "warning-count", "databases", "summary-file"], ignoreOrder: true);
        run.Annotations.ShouldHaveSingleItem().Title.ShouldBe("invalid-database-name");
    }

    /// <summary>The runner still obeys <c>##[…]</c>, the older form, anywhere in a line that is not quoted.</summary>
    [Fact]
    public async Task What_is_past_the_limit_of_annotations_is_quoted()
    {
        using var checkout = await Checkout.Create();
        await checkout.PullRequest(repository =>
        {
            foreach (var number in Enumerable.Range(1, 30))
            {
                repository.Write($"migrations/projectdb/##[error]{number}.sql", "SELECT 1;");
            }

            return Task.CompletedTask;
        });
        using var output = new StringWriter { NewLine = "\n" };
        var environment = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" };
        var surroundings = new Surroundings(
            environment, checkout.Repository.Folder, TimeProvider.System, output, TextWriter.Null, IsTerminal: false);
        (await DrawbridgeCommandLine.Run(["validate"], surroundings)).ShouldBe(1);
        var log = output.ToString().Split('\n');
        log.Count(line => line.Contains("##[", StringComparison.Ordinal)).ShouldBe(30);
        Unquoted(log).Where(line => line.Contains("##[", StringComparison.Ordinal))
            .ShouldAllBe(line => line.StartsWith("::error ", StringComparison.Ordinal));
    }

    /// <summary>The lines that the runner looks at.</summary>
    private static IEnumerable<string> Unquoted(IEnumerable<string> log)
    {
        const string Stop = "::stop-commands::";
        string? resume = null;
        foreach (var line in log)
        {
            if (resume is null)
            {
                yield return line;
                resume = line.StartsWith(Stop, StringComparison.Ordinal) ? $"::{line[Stop.Length..]}::" : null;
            }
            else if (line == resume)
            {
                resume = null;
            }
        }
    }
}
