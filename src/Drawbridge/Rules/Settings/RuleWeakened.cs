using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Rules.Suppression;

namespace Drawbridge.Rules.Settings;

/// <summary>A change that makes a rule weaker and needs it weaker: whoever reviews it should see both.</summary>
internal sealed class RuleWeakened : ReviewRule
{
    public override Severity Severity => Severity.Warning;

    public override bool NeedsBase => true;

    public override IEnumerable<Finding> Check(ChangeSet changes, IReadOnlyList<Finding> found)
    {
        if (changes.SettingsFile is not { } file)
        {
            return [];
        }

        var judge = new FindingJudge(changes);
        var acceptances = new AcceptanceFinder(changes);
        return from finding in found
               where acceptances.ReasonFor(finding) is null
               group finding by (Rule: RuleList.Find(finding.Rule)!, Database: judge.DatabaseOf(finding)) into same
               let before = same.Key.Rule.SeverityBy(changes.BaseSettings, same.Key.Database)
               let after = same.Key.Rule.SeverityBy(changes.Settings, same.Key.Database)
               where after > before
               select Find(
                   file,
                   $"This change lowers '{same.Key.Rule.Id}' from {Word(before)} to {Word(after)}, and "
                       + $"'{same.First().Path}' needs that.",
                   "Lower a rule in a change of its own, or accept the one finding where it is, with a reason.") with
               {
                   Line = PlaceOf(changes.Settings, same.Key.Rule.Id, same.Key.Database)?.Line,
                   Column = PlaceOf(changes.Settings, same.Key.Rule.Id, same.Key.Database)?.Column,
               };
    }

    private static string Word(Severity severity) => $"'{severity.ToString().ToLowerInvariant()}'";

    private static FilePlace? PlaceOf(ProjectSettings settings, string rule, string database) =>
        (settings.Databases.GetValueOrDefault(database)?.Rules ?? []).Concat(settings.Rules)
            .FirstOrDefault(setting => setting.Rule == rule)?.Place;
}
