using System.Collections.Concurrent;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>The rules that look at a script.</summary>
/// <param name="rules">All of them.</param>
internal sealed class RuleSelection(IReadOnlyList<ScriptRule> rules)
{
    private readonly List<StatementRule> _ofStatements = [.. rules.OfType<StatementRule>()];
    private readonly ConcurrentDictionary<Type, StatementRule[]> _byType = [];

    /// <summary>Those that look at it as a whole.</summary>
    public List<ScriptRule> OfScripts { get; } = [.. rules.Where(rule => rule is not StatementRule)];

    /// <summary>Those that look at statements of a type. Asked once for each type, not for each statement.</summary>
    public StatementRule[] For(StatementSyntax statement) =>
        _byType.TryGetValue(statement.GetType(), out var rules) ? rules : Select(statement);

    private StatementRule[] Select(StatementSyntax statement) =>
        _byType[statement.GetType()] = [.. _ofStatements.Where(rule => rule.LooksAt(statement))];
}
