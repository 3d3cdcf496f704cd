using Drawbridge.GitHubAction.GitHub;

namespace Drawbridge.GitHubAction.Tests.Validate;

public sealed class RankingAnnotations : CheckoutTest
{
    private const string Views = "migrations/projectdb/R__views.sql";

    [Fact]
    public async Task Changed_lines_come_before_those_that_were_there()
    {
        var old = string.Concat(Enumerable.Range(1, 12).Select(number => $"DROP TABLE t{number};\n"));
        Checkout.Repository.Write(Views, old);
        await Checkout.Repository.Commit("views");
        var run = await Checkout.Validate(await Checkout.PullRequest(Views, $"{old}DROP TABLE orders;\nDROP TABLE users;\n"));

        run.Annotations.Select(annotation => annotation.Line).ShouldBe([13, 14, 1, 2, 3, 4, 5, 6, 7, 0]);
        run.Annotations[^1].Message.ShouldBe("5 more of this kind: the job summary lists them all.");
    }

    [Fact]
    public async Task Errors_come_before_warnings_on_whatever_lines()
    {
        Checkout.Repository.Write(Views, "DROP TABLE users;\nSELECT 1;\n");
        await Checkout.Repository.Commit("views");
        var run = await Checkout.Validate(await Checkout.PullRequest(Views, "DROP TABLE users;\nDROP INDEX a;\n"));

        run.Annotations.Select(annotation => annotation.Line).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_remark_about_the_run_is_not_lost_among_notices()
    {
        foreach (var number in Enumerable.Range(10, 15))
        {
            Checkout.Repository.Write($"migrations/projectdb/{number}_a.up.sql", "\uFEFFSELECT 1;\n");
        }

        var commit = await Checkout.Repository.Commit("marks");
        var run = await Checkout.Validate(new LocalEnvironment.GitHub.GitHubEvent("workflow_dispatch", "refs/heads/main", commit, "{}"));

        var notices = run.Annotations.Where(annotation => annotation.Level == "notice").ToList();
        notices[0].Title.ShouldBe("no-base");
        notices.Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_long_message_is_never_cut_through_a_character()
    {
        using var output = new StringWriter();
        await new Annotations(OnGitHub(output)).Write([new Annotation(AnnotationLevel.Error, "t", "a" + string.Concat(Enumerable.Repeat("😀", 3000)))]);

        output.ToString().ShouldNotContain("\uFFFD");
        output.ToString().EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
        output.ToString().TrimEnd().ShouldEndWith("😀…");
    }

    [Fact]
    public async Task A_step_that_speaks_twice_has_room_for_ten_in_all()
    {
        using var output = new StringWriter();
        var surroundings = OnGitHub(output);
        await new Annotations(surroundings).Write([.. Warnings(7)]);
        await new Annotations(surroundings).Write([.. Warnings(5)]);
        await new Annotations(surroundings).Write([.. Warnings(2)]);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Count(line => line.StartsWith("::warning", StringComparison.Ordinal)).ShouldBe(10);
        lines.ShouldContain("::warning title=and more::3 more of this kind: the job summary lists them all.");
        lines.Count(line => line.Contains("number", StringComparison.Ordinal)).ShouldBe(14);

        static IEnumerable<Annotation> Warnings(int count) => Enumerable.Range(1, count)
            .Select(number => new Annotation(AnnotationLevel.Warning, "t", $"number {number}"));
    }

    private static Surroundings OnGitHub(TextWriter output) => new(
        new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" }, "/", TimeProvider.System, output, TextWriter.Null, IsTerminal: false);
}
