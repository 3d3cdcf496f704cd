using Drawbridge.Rules;

namespace Drawbridge.GitHubAction.Feedback;

/// <summary>How bad findings are, at a glance.</summary>
internal static class SeverityMark
{
    /// <summary>What is fine.</summary>
    public const string Fine = "✅";

    /// <summary>One sign each.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "❌",
        Severity.Warning => "⚠️",
        _ => "ℹ️",
    };

    /// <summary>The worst of some, and how many are as bad; that all is fine when there are none.</summary>
    public static string OfWorst(IEnumerable<Finding> findings) =>
        findings.GroupBy(finding => finding.Severity).MinBy(group => group.Key) is { } worst
            ? $"{Of(worst.Key)} {worst.Count()}"
            : Fine;
}
