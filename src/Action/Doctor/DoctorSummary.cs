using System.Text;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Doctor;

/// <summary>A doctor's report in words, and as GitHub's Markdown.</summary>
internal static class DoctorSummary
{
    /// <summary>How it stands, without a full stop.</summary>
    public static string Headline(DoctorReport report)
    {
        var (broken, warnings) = (report.Count(CheckStatus.Broken), report.Count(CheckStatus.Warning));
        var found = (broken, warnings) switch
        {
            (0, 0) => "all fine",
            (0, _) => $"none broken, {Words.Count(warnings, "warning")}",
            _ => $"{broken} broken, {Words.Count(warnings, "warning")}",
        };
        return $"Function '{PlainText.Of(report.Function.Name)}': {Words.Count(report.Checks.Count, "check")}, {found}";
    }

    /// <summary>A headline and a table.</summary>
    public static string Of(DoctorReport report)
    {
        var worst = report.Count(CheckStatus.Broken) > 0 ? CheckStatus.Broken
            : report.Count(CheckStatus.Warning) > 0 ? CheckStatus.Warning
            : CheckStatus.Fine;
        var text = new StringBuilder($"## {Mark(worst)} {Markdown.Text(Headline(report))}\n\n")
            .Append($"{Markdown.Text(report.Function.Version)}, request {Markdown.Code(report.Function.RequestId)}\n\n")
            .Append("| | check | what was found | time |\n| --- | --- | --- | ---: |\n");
        foreach (var check in report.Checks)
        {
            var remedy = check.Remedy is null ? "" : $"<br>**Next step:** {Markdown.Text(check.Remedy)}";
            var took = check.DurationMs == 0 ? "" : Words.Duration(TimeSpan.FromMilliseconds(check.DurationMs));
            text.Append($"| {Mark(check.Status)} {KebabCase.Of(check.Status)} | {Markdown.Code(DoctorView.NameOf(check))} ")
                .Append($"| {Markdown.Text(check.Message)}{remedy} | {took} |\n");
        }

        return text.ToString();
    }

    private static string Mark(CheckStatus status) => status switch
    {
        CheckStatus.Fine => "✅",
        CheckStatus.Warning => "⚠️",
        CheckStatus.Broken => "❌",
        _ => "",
    };
}
