using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules;

/// <summary>Gives findings the severities that their databases are configured to have.</summary>
internal sealed class FindingJudge(ChangeSet changes)
{
    private readonly Lazy<Dictionary<string, string>> _databases = new(() =>
        changes.Head.Concat(changes.Removed)
            .ToDictionary(file => file.Path, file => file.Database, StringComparer.Ordinal));

    /// <summary>
    /// The findings that are not turned off: the worst first, then by place, then in the order of the rules.
    /// </summary>
    public IEnumerable<Finding> Judge(IEnumerable<Finding> findings) => findings
        .Select(finding => finding with { Severity = SeverityOf(finding) })
        .Where(finding => finding.Severity != Severity.Off)
        .OrderBy(finding => finding.Severity)
        .ThenBy(finding => finding.Path, StringComparer.Ordinal)
        .ThenBy(finding => finding.Line)
        .ThenBy(finding => finding.Column)
        .ThenBy(finding => RuleList.PlaceOf(finding.Rule));

    /// <summary>The database that a finding is about; empty for the folder as a whole.</summary>
    public string DatabaseOf(Finding finding) => _databases.Value[finding.Path];

    /// <summary>A finding that its rule takes less seriously than others is not made worse by the settings.</summary>
    private Severity SeverityOf(Finding finding)
    {
        var rule = RuleList.Find(finding.Rule)!;
        var configured = rule.SeverityBy(changes.Settings, DatabaseOf(finding));
        return finding.Severity > rule.Severity && finding.Severity > configured ? finding.Severity : configured;
    }
}
