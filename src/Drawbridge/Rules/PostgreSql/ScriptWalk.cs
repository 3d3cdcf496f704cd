using System.Collections.Concurrent;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Goes through scripts once and hands each statement to the rules that look at its type.</summary>
internal sealed class ScriptWalk(IEnumerable<Rule> rules)
{
    private readonly List<ScriptRule> _rules = [.. rules.OfType<ScriptRule>()];
    private readonly List<StatementRule> _ofStatements = [.. rules.OfType<StatementRule>()];
    private readonly ConcurrentDictionary<Type, StatementRule[]> _byType = new();
    private readonly ConcurrentDictionary<string, List<ScriptRule>> _off = new(StringComparer.Ordinal);

    /// <summary>What the rules find in the new and changed scripts.</summary>
    public IEnumerable<Finding> Over(ChangeSet changes)
    {
        var scripts = changes.Touched.Where(file => file.Script is not null).ToList();
        if (scripts.Count > 0 && _ofStatements.Count > 0)
        {
            // Made before several scripts are looked at at once, each of which would make its own.
            _ = (changes.Known, changes.Created);
        }

        return SideBySide.Ask(scripts, script => Over(script, changes)).SelectMany(findings => findings);
    }

    private List<Finding> Over(MigrationFile script, ChangeSet changes)
    {
        var silent = Silent(script, changes);
        var findings = _rules.Where(rule => !silent.Contains(rule))
            .SelectMany(rule => rule.Check(script, changes))
            .ToList();
        foreach (var statement in _ofStatements.Count > 0 ? script.Sql.Statements : [])
        {
            var at = new StatementContext(script, statement, changes);
            foreach (var rule in RulesFor(at.Syntax))
            {
                findings.AddRange(silent.Contains(rule) ? [] : rule.Check(at));
            }
        }

        script.Sql.ForgetStatements();
        return findings;
    }

    /// <summary>
    /// The rules that don't look at a script. One that is off does where a directive names it: otherwise the directive
    /// would seem to be of no use.
    /// </summary>
    private HashSet<ScriptRule> Silent(MigrationFile script, ChangeSet changes)
    {
        var off = _off.GetOrAdd(
            script.Database,
            database => _rules.FindAll(rule => rule.SeverityBy(changes.Settings, database) == Severity.Off));
        var silent = off.Where(rule => !script.Sql.Ignores().Any(directive => directive.Value == rule.Id)).ToHashSet();
        silent.UnionWith(script.Name?.Kind == ScriptKind.Undo ? _ofStatements.Where(rule => !rule.IncludesUndo) : []);
        return silent;
    }

    /// <summary>Asked once for each type, not for each statement.</summary>
    private StatementRule[] RulesFor(StatementSyntax statement) => _byType.GetOrAdd(
        statement.GetType(),
        static (_, asked) => [.. asked.Rules.Where(rule => rule.LooksAt(asked.Statement))],
        (Rules: _ofStatements, Statement: statement));
}
