using System.Text;
using Drawbridge.Configuration;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Rules;
using Drawbridge.Rules.Changes;

namespace Drawbridge.GitHubAction.Tests.Deploy;

/// <summary>GitHub drops a summary above its limit as a whole: a shorter one must fit, whatever was shipped.</summary>
public sealed class FittingTheSummary
{
    [Fact]
    public void Run_of_ten_thousand_scripts_has_a_form_without_them()
    {
        var scripts = Enumerable.Range(1, 10_000).Select(number => DrawingTime.Script($"{number}_{new string('x', 60)}", "x", number)).ToArray();
        var outcome = new RunOutcome([DrawingTime.Ran("shop", DateTimeOffset.UnixEpoch, scripts)]);
        var summary = new OutcomeSummary(new RunHeadline("a", "b", "c", TimeSpan.Zero, ScriptPlaces.Below("m", [], ProjectSettings.Default)), outcome);

        Size(summary.Whole()).ShouldBeGreaterThan(StepSummary.Limit);
        Size(summary.WithoutScripts()).ShouldBeLessThan(10_000);
        summary.WithoutScripts().ShouldContain("10000 applied");
        summary.WithoutScripts().ShouldContain("too many scripts to show here");
    }

    [Fact]
    public void Run_on_ten_thousand_databases_has_a_form_without_them()
    {
        var databases = Enumerable.Range(1, 10_000).Select(number => DrawingTime.Ran($"{new string('d', 58)}{number}", DateTimeOffset.UnixEpoch));
        var summary = new OutcomeSummary(
            new RunHeadline("a", "b", "c", TimeSpan.Zero, ScriptPlaces.Below("m", [], ProjectSettings.Default)), new RunOutcome([.. databases]));

        Size(summary.WithoutScripts()).ShouldBeGreaterThan(StepSummary.Limit);
        Size(summary.Short()).ShouldBeLessThan(1_000);
    }

    [Theory]
    [InlineData(10_000, 1)]
    [InlineData(20, 2_000)]
    public void Many_findings_have_a_form_that_counts_them(int files, int findingsOfEach)
    {
        var head = Enumerable.Range(1, files)
            .Select(number => new MigrationFile(new MigrationPath("migrations", $"shop/{number}_{new string('x', 80)}.up.sql")))
            .ToList();
        var findings = head.SelectMany(file => Enumerable.Repeat(
            new Finding("drop-table", Severity.Error, file.Path, new string('m', 100), "Do something else."), findingsOfEach));
        var validation = new Validation(new ChangeSet(head, @base: null, DateTimeOffset.UnixEpoch), Base: null, new Inspection([.. findings], []));
        var summary = new ValidationSummary(validation);

        Size(summary.WithoutExcerpts()).ShouldBeGreaterThan(StepSummary.Limit);
        Size(summary.Short()).ShouldBeLessThan(10_000);
        summary.Short().ShouldContain("too many findings to show here");
        summary.WithoutFindings().Split('\n').Count(line => line.StartsWith("| | ❌ ", StringComparison.Ordinal)).ShouldBe(files);
    }

    private static int Size(string text) => Encoding.UTF8.GetByteCount(text);
}
