using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.Suppression;

/// <summary>Finds out who accepted a finding, and why. Without a reason nothing is accepted.</summary>
internal sealed class AcceptanceFinder(ChangeSet changes)
{
    private readonly Lazy<Dictionary<string, MigrationFile>> _scripts = new(() =>
        changes.Head.Where(file => file.Script is not null).ToDictionary(file => file.Path, StringComparer.Ordinal));

    /// <summary>The reason that was given; null when the finding stands.</summary>
    public string? ReasonFor(Finding finding) => RuleList.Find(finding.Rule)!.AcceptedBy switch
    {
        AcceptedBy.Directive => DirectivesFor(finding).FirstOrDefault()?.Reason,
        AcceptedBy.Entry =>
            changes.Settings.Acknowledged.FirstOrDefault(entry => entry.Path == finding.MergedPath)?.Reason,
        _ => null,
    };

    /// <summary>The directives that accept a finding: those of its statement, then those of its script.</summary>
    public IEnumerable<Directive> DirectivesFor(Finding finding)
    {
        var ofStatement = finding.Statement?.Directives ?? [];
        var ofScript = _scripts.Value.TryGetValue(finding.Path, out var script) ? script.Sql.Directives : [];
        return ofStatement.Concat(ofScript).Where(directive => directive.Accepts && directive.Value == finding.Rule);
    }
}
