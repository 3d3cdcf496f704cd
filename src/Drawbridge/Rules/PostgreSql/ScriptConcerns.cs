using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>What may be wrong with a script: the rules that must look at it, or at a statement of it.</summary>
/// <param name="script">The script.</param>
/// <param name="rules">Those that may have to look at it as a whole.</param>
internal sealed class ScriptConcerns(MigrationFile script, List<ScriptRule> rules)
{
    private List<ScriptRule> _ofScript = rules;
    private List<(StatementRule Rule, StatementContext At)> _ofStatements = new(script.Sql.Statements.Count);

    /// <summary>Adds a statement for those of some rules whom it may concern.</summary>
    public void Add(SqlStatement statement, StatementRule[] rules, ChangeSet changes)
    {
        StatementContext? at = null;
        foreach (var rule in rules)
        {
            if (rule.MayFindIn(statement.Syntax))
            {
                _ofStatements.Add((rule, at ??= new StatementContext(script, statement, changes)));
            }
        }
    }

    /// <summary>Keeps what concerns the rules, by what is known when the script has run.</summary>
    public void Weigh(ChangeSet changes)
    {
        _ofScript = _ofScript.FindAll(rule => rule.Concerns(script, changes));
        _ofStatements = _ofStatements.FindAll(concern => concern.Rule.Concerns(concern.At));
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Finding> Findings(ChangeSet changes)
    {
        var ofScript = _ofScript.SelectMany(rule => rule.Check(script, changes));
        var ofStatements = _ofStatements.SelectMany(concern => concern.Rule.Check(concern.At));
        IReadOnlyList<Finding> findings = [.. ofScript, .. ofStatements];
        script.Sql.ForgetStatements();
        return findings;
    }
}
