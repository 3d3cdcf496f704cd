using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Findings as a mark and a number: how bad it is at a glance.</summary>
internal static class FindingCount
{
    /// <summary>What is fine.</summary>
    public const string Fine = "✅";

    /// <summary>The worst of them; fine for none.</summary>
    public static string Mark(IEnumerable<Finding> findings) =>
        findings.Select(finding => (Severity?)finding.Severity).Min() is { } worst ? Mark(worst) : Fine;

    /// <summary>The worst of them, and how many are as bad; fine for none.</summary>
    public static string MarkWithNumber(IEnumerable<Finding> findings) =>
        findings.GroupBy(finding => finding.Severity).MinBy(group => group.Key) is { } worst
            ? $"{Mark(worst.Key)} {worst.Count()}"
            : Fine;

    /// <summary>How bad it is.</summary>
    public static string Mark(Severity severity) => severity switch
    {
        Severity.Error => "❌",
        Severity.Warning => "⚠️",
        _ => "ℹ️",
    };

    /// <summary><c>1 error, 2 warnings</c>; empty for none.</summary>
    public static string Words(IEnumerable<Finding> findings)
    {
        var counts = findings.CountBy(finding => finding.Severity).OrderBy(count => count.Key);
        return string.Join(", ", counts.Select(count => GitHubAction.Words.Count(count.Value, Noun(count.Key))));
    }

    private static string Noun(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "remark",
    };
}
