using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Scripts;

namespace Drawbridge.Rules.SqlServer;

/// <summary>Goes through T-SQL scripts in the order in which they run and lets the rules look at each.</summary>
internal sealed class BatchWalk(IEnumerable<Rule> rules)
{
    private readonly List<ScriptRule> _rules =
        [.. rules.OfType<ScriptRule>().Where(rule => rule.Engine is null or DatabaseEngine.SqlServer)];

    /// <summary>What the rules find in the new and changed scripts.</summary>
    public IReadOnlyList<Finding> Over(ChangeSet changes)
    {
        var scripts = changes.Touched
            .Where(file => file is { Script: not null, Engine: DatabaseEngine.SqlServer })
            .OrderBy(file => file.Script!, ScriptOrder.Instance)
            .ToList();
        return scripts.Count == 0 ? [] : Look(scripts, changes);
    }

    private List<Finding> Look(List<MigrationFile> scripts, ChangeSet changes)
    {
        var created = new CreatedTables();
        var findings = new List<Finding>();
        SideBySide.Stream(scripts, script => (Script: script, script.Sql), read =>
        {
            var script = read.Script;
            var selected = SelectFor(script, changes);
            findings.AddRange(selected.SelectMany(rule => rule.Check(script, changes)));
            findings.AddRange(LookAtStatements(script, [.. selected.OfType<BatchRule>()], created));
            script.Sql.ForgetStatements();
        });
        return findings;
    }

    private static IEnumerable<Finding> LookAtStatements(
        MigrationFile script, List<BatchRule> rules, CreatedTables created)
    {
        var before = new ScriptSoFar();
        foreach (var (statement, fragment) in script.Sql.Batches.SelectMany(batch => batch.Syntax.Statements))
        {
            var at = new BatchContext(script, statement, fragment, before, created);
            foreach (var rule in rules)
            {
                var visitor = rule.Look(at);
                fragment.Accept(visitor);
                foreach (var finding in visitor.Findings)
                {
                    yield return finding;
                }
            }

            before.Enter(fragment);
            if (script.Name?.Kind != ScriptKind.Undo)
            {
                created.Enter(script.Database, fragment);
            }
        }
    }

    /// <summary>
    /// The rules that look at a script. One that is off does where a directive names it: otherwise the directive would
    /// seem to be of no use.
    /// </summary>
    private List<ScriptRule> SelectFor(MigrationFile script, ChangeSet changes)
    {
        var isUndo = script.Name?.Kind == ScriptKind.Undo;
        var named = script.Sql.Ignores.Select(directive => directive.Value).ToHashSet(StringComparer.Ordinal);
        return _rules.FindAll(rule => (!isUndo || rule.IncludesUndo)
            && (named.Contains(rule.Id) || rule.SeverityBy(changes.Settings, script.Database) != Severity.Off));
    }
}
