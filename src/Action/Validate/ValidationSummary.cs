using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>A validation as GitHub's Markdown.</summary>
internal sealed class ValidationSummary(Validation validation)
{
    /// <summary>With every finding, and the line that it points at.</summary>
    public string Full() => Short() + Findings() + Excerpts() + Accepted();

    /// <summary>With every finding.</summary>
    public string WithoutExcerpts() => Short() + Findings() + Accepted();

    /// <summary>Without the findings.</summary>
    public string Short()
    {
        var summary = new StringBuilder();
        var mark = validation.Errors > 0 ? "❌" : validation.Warnings > 0 ? "⚠️" : "✅";
        summary.Append($"## {mark} Drawbridge: {validation.Headline}\n\n{Markdown.Text(validation.Comparison)}\n\n");
        if (validation.Databases.Count > 0)
        {
            summary.Append(
                "| database | scripts | new or changed | errors | warnings |\n| --- | ---: | ---: | ---: | ---: |\n");
        }

        foreach (var database in validation.Databases)
        {
            var touched = database.Touched?.ToString() ?? "?";
            summary.Append(
                $"| {Markdown.Code(database.Name)} | {database.Scripts} | {touched} | {database.Errors} | "
                + $"{database.Warnings} |\n");
        }

        return summary.ToString();
    }

    private string Findings()
    {
        if (validation.Findings.Count == 0)
        {
            return "";
        }

        var table = new StringBuilder("\n| | where | rule | what to do |\n| --- | --- | --- | --- |\n");
        foreach (var finding in validation.Findings)
        {
            table.Append(
                $"| {Word(finding.Severity)} | {Markdown.Code(Place(finding))} | {Markdown.Code(finding.Rule)} ");
            table.Append($"| {Markdown.Text(finding.Message)}<br>{Markdown.Text(finding.Remedy)}");
            table.AppendJoin("", FixLines.Of(finding.Fix).Select(line => $"<br>fix: {Markdown.Code(line)}"));
            table.Append(" |\n");
        }

        return table.ToString();
    }

    private string Excerpts()
    {
        var blocks = new StringBuilder();
        foreach (var finding in validation.Findings)
        {
            if (validation.Sources.Show(finding) is { } excerpt)
            {
                var place = $"{Place(finding)}:{finding.Column ?? 1}";
                blocks.Append($"\n{Markdown.Code(place)} {Markdown.Code(finding.Rule)}\n\n");
                blocks.Append(Markdown.Block(excerpt.Rows));
            }
        }

        return blocks.Length == 0 ? "" : $"\n### Where\n{blocks}";
    }

    /// <summary>What would have failed or warned, had nobody accepted it: a reviewer should see the reasons.</summary>
    private string Accepted()
    {
        if (validation.Inspection.Accepted.Count == 0)
        {
            return "";
        }

        var table = new StringBuilder("\n### Accepted\n\n| where | rule | reason |\n| --- | --- | --- |\n");
        foreach (var (finding, reason) in validation.Inspection.Accepted)
        {
            table.Append($"| {Markdown.Code(Place(finding))} | {Markdown.Code(finding.Rule)} | {Markdown.Text(reason)} |\n");
        }

        return table.ToString();
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "❌ error",
        Severity.Warning => "⚠️ warning",
        _ => "ℹ️ info",
    };

    private static string Place(Finding finding) =>
        finding.Line is null ? finding.Path : $"{finding.Path}:{finding.Line}";
}
