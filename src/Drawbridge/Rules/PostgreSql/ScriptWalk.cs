using System.Collections.Concurrent;
using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// Goes through scripts in the order in which they run and notes which rules may find something, while what the
/// statements say is at hand; then lets these look, when all is known. Most statements are never looked at again.
/// </summary>
internal sealed class ScriptWalk(IEnumerable<Rule> rules)
{
    private readonly List<ScriptRule> _rules =
        [.. rules.OfType<ScriptRule>().Where(rule => rule.Engine is null or DatabaseEngine.PostgreSql)];

    private readonly ConcurrentDictionary<(string Database, bool IsUndo), RuleSelection> _usual = [];

    private bool LooksAtStatements => _rules.Exists(rule => rule is StatementRule);

    /// <summary>What the rules find in the new and changed scripts.</summary>
    public IEnumerable<Finding> Over(ChangeSet changes)
    {
        var scripts = changes.Touched
            .Where(file => file is { Script: not null, Engine: DatabaseEngine.PostgreSql })
            .ToList();
        if (!LooksAtStatements)
        {
            return Look(scripts, script => new ScriptConcerns(script, SelectFor(script, changes).OfScripts), changes);
        }

        var concerns = new List<ScriptConcerns>();
        changes.EnterTouched(script => Sight(script, changes), sighted =>
        {
            sighted.Weigh(changes);
            concerns.Add(sighted);
        });
        if (concerns.Count > 0)
        {
            // Made before several scripts are looked at at once, each of which would make its own.
            _ = changes.Known;
        }

        return Look(concerns, concern => concern, changes);
    }

    private static IEnumerable<Finding> Look<T>(
        IReadOnlyList<T> scripts, Func<T, ScriptConcerns> concernsOf, ChangeSet changes) =>
        SideBySide.Ask(scripts, script => concernsOf(script).Findings(changes)).SelectMany(findings => findings);

    private ScriptConcerns Sight(MigrationFile script, ChangeSet changes)
    {
        var selection = SelectFor(script, changes);
        var concerns = new ScriptConcerns(script, selection.OfScripts);
        foreach (var statement in script.Sql.Statements)
        {
            concerns.Add(statement, selection.For(statement.Syntax), changes);
        }

        return concerns;
    }

    /// <summary>
    /// The rules that look at a script. One that is off does where a directive names it: otherwise the directive would
    /// seem to be of no use.
    /// </summary>
    private RuleSelection SelectFor(MigrationFile script, ChangeSet changes)
    {
        var isUndo = script.Name?.Kind == ScriptKind.Undo;
        var usual = _usual.GetOrAdd(
            (script.Database, isUndo),
            _ => Select(rule => !IsOff(rule, script, changes), isUndo));
        var named = script.Sql.Ignores.Select(directive => directive.Value).ToHashSet(StringComparer.Ordinal);
        return named.Count == 0 || !_rules.Exists(rule => named.Contains(rule.Id) && IsOff(rule, script, changes))
            ? usual
            : Select(rule => named.Contains(rule.Id) || !IsOff(rule, script, changes), isUndo);
    }

    private RuleSelection Select(Predicate<ScriptRule> isOn, bool isUndo) =>
        new(_rules.FindAll(rule => isOn(rule) && (!isUndo || rule.IncludesUndo)));

    private static bool IsOff(ScriptRule rule, MigrationFile script, ChangeSet changes) =>
        rule.SeverityBy(changes.Settings, script.Database) == Severity.Off;
}
