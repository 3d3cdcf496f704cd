using System.Collections.Concurrent;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Goes through scripts once and hands each statement to the rules that look at its type.</summary>
internal sealed class ScriptWalk(IEnumerable<Rule> rules)
{
    private readonly List<ScriptRule> _rules = [.. rules.OfType<ScriptRule>()];
    private readonly ConcurrentDictionary<Type, StatementRule[]> _byType = new();

    /// <summary>What the rules find in one new or changed script.</summary>
    public IReadOnlyList<Finding> Over(MigrationFile script, ChangeSet changes)
    {
        var findings = new List<Finding>();
        foreach (var rule in _rules)
        {
            findings.AddRange(rule.Check(script, changes));
        }

        var isUndo = script.Name?.Kind == ScriptKind.Undo;
        foreach (var statement in script.Sql.Statements)
        {
            var at = new StatementContext(script, statement, changes);
            foreach (var rule in RulesFor(at.Syntax))
            {
                findings.AddRange(isUndo && !rule.IncludesUndo ? [] : rule.Check(at));
            }
        }

        return findings;
    }

    /// <summary>Asked once for each type, not for each statement.</summary>
    private StatementRule[] RulesFor(StatementSyntax statement) => _byType.GetOrAdd(
        statement.GetType(),
        static (_, asked) => [.. asked.Rules.OfType<StatementRule>().Where(rule => rule.LooksAt(asked.Statement))],
        (Rules: _rules, Statement: statement));
}
