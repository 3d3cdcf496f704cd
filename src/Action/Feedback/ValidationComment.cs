using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Rules;
using Drawbridge.Rules.Fixes;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>
/// A validation as a comment. Nothing in it tells one run from the next that found the same: it names no commit and no
/// time.
/// </summary>
internal sealed class ValidationComment(Validation validation, PullRequestPages pages)
{
    /// <summary>As many fit for certain: a message and its remedy are a few hundred characters.</summary>
    private const int Some = 50;

    private readonly HashSet<string> _touched = [.. validation.Changes.Touched.Select(file => file.Path)];

    /// <summary>Everything first, each next one shorter.</summary>
    public IReadOnlyList<Func<string>> Forms =>
    [
        () => Headline() + Table() + Findings(validation.Findings, withExcerpts: true) + Accepted(),
        () => Headline() + Table() + Findings(validation.Findings, withExcerpts: false) + Accepted(),
        () => Headline() + Table() + Findings(validation.Findings.Take(Some), withExcerpts: false) + Rest(),
        () => Headline() + "There is too much to show here: the job summary has all of it.\n",
    ];

    private string Headline()
    {
        var fixedNow = validation.Findings.Count > 0 || validation.Inspection.Accepted.Count > 0
            ? ""
            : "Nothing is left of what was found before.\n\n";
        return $"## {FindingCount.Mark(validation.Findings)} Drawbridge: {validation.Headline}\n\n{fixedNow}";
    }

    private string Table() => new FindingMatrix(validation).Write();

    private string Rest() => validation.Findings.Count > Some
        ? $"And {validation.Findings.Count - Some} more: the job summary has all of them.\n"
        : "";

    private string Findings(IEnumerable<Finding> findings, bool withExcerpts)
    {
        var text = new StringBuilder();
        foreach (var file in findings.GroupBy(finding => finding.Path))
        {
            var title = $"{FindingCount.MarkWithNumber(file)} {Markdown.Code(file.Key)}";
            var isOpen = file.Any(finding => finding.Severity == Severity.Error);
            var content = string.Concat(file.Select(finding => Write(finding, withExcerpts)));
            text.Append(Markdown.Folded(title, content, isOpen));
        }

        return text.ToString();
    }

    private string Write(Finding finding, bool withExcerpts)
    {
        var text = new StringBuilder();
        var page = Manual.OfRule(finding.Rule);
        text.Append($"{FindingCount.Mark(finding.Severity)} [**{finding.Rule}**]({page}){Place(finding)}\n");
        text.Append($"{Markdown.Sentence(finding.Message)} {Markdown.Sentence(finding.Remedy)}\n\n");
        if (withExcerpts && validation.Sources.Show(finding) is { } excerpt)
        {
            text.Append(Markdown.Block(excerpt.Rows)).Append('\n');
        }

        if (finding.Fix is { } fix)
        {
            text.Append(Proposal(fix)).Append('\n');
        }

        if (MoveCommands.Of(finding) is { Count: > 0 } commands)
        {
            text.Append(Markdown.Block(commands)).Append('\n');
        }

        return text.ToString();
    }

    private static string Proposal(Fix fix) => fix.Lines.Count == 0
        ? $"In this script: {FixLines.Of(fix).Single()}.\n"
        : $"As it should be:\n\n{Markdown.Block(fix.Lines.Select(PlainText.Lines))}";

    /// <summary>A link only to what the pull request's page shows.</summary>
    private string Place(Finding finding) => finding.Line switch
    {
        null => "",
        { } line when _touched.Contains(finding.Path) => $" [line {line}]({pages.OfLine(finding.Path, line)})",
        { } line => $" line {line}",
    };

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
            var place = finding.Line is null ? finding.Path : $"{finding.Path}:{finding.Line}";
            table.Append($"| {Markdown.Code(place)} | [{finding.Rule}]({Manual.OfRule(finding.Rule)}) ");
            table.Append($"| {Markdown.Sentence(reason)} |\n");
        }

        return table.ToString();
    }
}
