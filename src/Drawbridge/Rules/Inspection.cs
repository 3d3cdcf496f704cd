using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Fixes;
using Drawbridge.Rules.PostgreSql;
using Drawbridge.Rules.SqlServer;
using Drawbridge.Rules.Suppression;

namespace Drawbridge.Rules;

/// <summary>What rules find, with the severities of <c>drawbridge.yml</c> and without what people accepted.</summary>
/// <param name="Findings">The worst first, then by place.</param>
/// <param name="Accepted">What was found and accepted, in the same order.</param>
public sealed record Inspection(IReadOnlyList<Finding> Findings, IReadOnlyList<AcceptedFinding> Accepted)
{
    /// <summary>Lets rules look at a change.</summary>
    public static Inspection Of(ChangeSet changes, IReadOnlyList<Rule> rules)
    {
        var usable = rules.Where(rule => changes.HasBase || !rule.NeedsBase).ToList();
        var ofScripts = new ScriptWalk(usable).Over(changes).Concat(new BatchWalk(usable).Over(changes)).ToList();
        var ofFolder = SideBySide.Ask(usable, rule => rule.Check(changes).ToList());
        var found = ofFolder.SelectMany(findings => findings).Concat(ofScripts).ToList();
        var reviewed = usable.OfType<ReviewRule>().SelectMany(rule => rule.Check(changes, found));
        var judged = new FindingJudge(changes).Judge(found.Concat(reviewed));

        var acceptances = new AcceptanceFinder(changes);
        var fixes = new PrivateFixes();
        var findings = new List<Finding>();
        var accepted = new List<AcceptedFinding>();
        foreach (var finding in judged)
        {
            if (acceptances.ReasonFor(finding) is { } reason)
            {
                accepted.Add(new AcceptedFinding(finding, reason));
            }
            else
            {
                findings.Add(fixes.Without(finding));
            }
        }

        return new Inspection(findings, accepted);
    }
}
