using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Settings;

/// <summary>Something in <c>drawbridge.yml</c> that says nothing known.</summary>
internal sealed class ConfigurationInvalid : Rule
{
    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(ChangeSet changes) => changes.SettingsFile is not { } file
        ? []
        : from objection in changes.Settings.Objections.Concat(Rules(changes)).Concat(Databases(changes)).Concat(Marks(changes))
          select Find(file, objection.Message, objection.Remedy) with
          {
              Line = objection.Place.Line,
              Column = objection.Place.Column,
          };

    private static IEnumerable<Objection> Rules(ChangeSet changes) =>
        from setting in changes.Settings.AllRules
        let rule = RuleList.Find(setting.Rule)
        where rule is null or { AcceptedBy: AcceptedBy.Nothing }
        select rule is null
            ? new Objection(
                setting.Place,
                $"There is no rule {ObjectionList.Quote(setting.Rule)}.",
                Proposal(setting.Rule))
            : new Objection(
                setting.Place,
                $"The severity of '{rule.Id}' can't be changed.",
                rule is AfterMerge.OutOfOrder
                    ? "Set 'order: any' for the database instead."
                    : "Remove the line: what the rule finds can't be applied as it is meant.");

    private static string Proposal(string id) =>
        Spelling.Nearest(id, RuleList.All.Select(known => known.Id)) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : "Name one of the rules in docs/rules.";

    /// <summary>
    /// A database may be configured before its first script is written, so only what looks misspelt is one.
    /// </summary>
    private static IEnumerable<Objection> Databases(ChangeSet changes)
    {
        var folders = changes.Head.Select(file => file.Database)
            .Where(name => name.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        return from database in changes.Settings.Databases
               where !folders.Contains(database.Key)
               let nearest = Spelling.Nearest(database.Key, folders)
               where nearest is not null && !changes.Settings.Databases.ContainsKey(nearest)
               select new Objection(
                   database.Value.Place,
                   $"There is no folder of the database '{database.Key}'.",
                   $"Did you mean '{nearest}'?");
    }

    /// <summary>A release can only carry a mark of a script that it names.</summary>
    private static IEnumerable<Objection> Marks(ChangeSet changes)
    {
        var scripts = changes.Head.Where(file => file.Script is not null)
            .Select(file => file.Place.Below)
            .ToHashSet(StringComparer.Ordinal);
        return from mark in changes.Settings.Marked
               where !scripts.Contains(mark.Path)
               select new Objection(
                   mark.Place,
                   $"There is no script {ObjectionList.Quote(mark.Path)} to mark.",
                   Spelling.Nearest(mark.Path, scripts) is { } nearest
                       ? $"Did you mean '{nearest}'?"
                       : "Write its path from the migrations folder, or remove the entry.");
    }
}
