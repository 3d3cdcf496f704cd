using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>A validation as GitHub's Markdown, in forms of which each is shorter than the one before.</summary>
internal sealed class ValidationSummary(Validation validation)
{
    /// <summary>With more findings than that, a reader chooses what to unfold.</summary>
    private const int MostUnfolded = 10;

    private readonly FileTable _table = new(validation);

    /// <summary>With every finding, and the line that it points at.</summary>
    public string Full() => Headline() + _table.Whole() + Files(Excerpt) + Accepted();

    /// <summary>With every finding.</summary>
    public string WithoutExcerpts() => Headline() + _table.Whole() + Files(_ => "") + Accepted();

    /// <summary>With the number of findings in every file.</summary>
    public string WithoutFindings() => Headline() + _table.Whole() + TooMany;

    /// <summary>With the number of findings in every database.</summary>
    public string Short() => Headline() + _table.WithoutFiles() + TooMany;

    private static string TooMany => "There are too many findings to show here: the log lists them all.\n";

    private string Headline()
    {
        var mark = validation.Errors > 0 ? "❌" : validation.Warnings > 0 ? "⚠️" : "✅";
        return $"## {mark} Drawbridge: {validation.Headline}\n\n{Markdown.Text(validation.Comparison)}\n\n";
    }

    private string Files(Func<Finding, string> excerpt)
    {
        var areOpen = validation.Findings.Count <= MostUnfolded;
        return string.Concat(validation.Findings.GroupBy(finding => finding.Path).Select(file => Markdown.Folded(
            $"{FindingCount.Mark(file)} {Markdown.Code(file.Key)}: {FindingCount.Words(file)}",
            string.Concat(file.Select(finding => Text(finding, excerpt))),
            areOpen)));
    }

    private static string Text(Finding finding, Func<Finding, string> excerpt)
    {
        var place = finding.Line is { } line ? $" at {line}:{finding.Column ?? 1}" : "";
        var text = new StringBuilder(
            $"{FindingCount.Mark(finding.Severity)} **{Manual.Link(finding.Rule)}**{place}: {Markdown.Text(finding.Message)}\n\n");
        text.Append(excerpt(finding)).Append($"**To do:** {Markdown.Text(finding.Remedy)}\n\n");
        var fix = FixLines.Of(finding.Fix).Select(PlainText.Lines).ToList();
        return (fix.Count == 0 ? text : text.Append($"**Fix:**\n\n{Markdown.Block(fix)}\n")).ToString();
    }

    private string Excerpt(Finding finding) =>
        validation.Sources.Show(finding) is { } excerpt ? $"{Markdown.Block(excerpt.Rows)}\n" : "";

    /// <summary>What would have failed or warned, had nobody accepted it: a reviewer should see the reasons.</summary>
    private string Accepted()
    {
        if (validation.Inspection.Accepted.Count == 0)
        {
            return "";
        }

        var table = new StringBuilder("### Accepted\n\n| where | rule | reason |\n| --- | --- | --- |\n");
        foreach (var (finding, reason) in validation.Inspection.Accepted)
        {
            table.Append($"| {Markdown.Code(Place(finding))} | {Manual.Link(finding.Rule)} | {Markdown.Text(reason)} |\n");
        }

        return table.ToString();
    }

    private static string Place(Finding finding) =>
        finding.Line is null ? finding.Path : $"{finding.Path}:{finding.Line}";
}
