using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>What may be wrong with a script: the rules that must look at it, or at a statement of it.</summary>
/// <param name="script">The script.</param>
/// <param name="rules">Those that must look at it as a whole.</param>
internal sealed class ScriptConcerns(MigrationFile script, IReadOnlyList<ScriptRule> rules)
{
    private List<(StatementRule Rule, StatementContext At)>? _ofStatements;

    /// <summary>Lets those of some rules look at a statement that are concerned.</summary>
    public void Add(StatementRule[] rules, StatementContext at)
    {
        foreach (var rule in rules)
        {
            if (rule.Concerns(at))
            {
                (_ofStatements ??= []).Add((rule, at));
            }
        }
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Finding> Findings(ChangeSet changes)
    {
        var ofScript = rules.SelectMany(rule => rule.Check(script, changes));
        var ofStatements = (_ofStatements ?? []).SelectMany(concern => concern.Rule.Check(concern.At));
        IReadOnlyList<Finding> findings = [.. ofScript, .. ofStatements];
        script.Sql.ForgetStatements();
        return findings;
    }
}
