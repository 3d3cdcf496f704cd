using Drawbridge.Rules.Fixes;
using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Rules.SqlServer;

/// <summary>Looks at one statement for a rule.</summary>
/// <param name="rule">The rule.</param>
/// <param name="at">The statement.</param>
internal abstract class HazardVisitor(BatchRule rule, BatchContext at) : ExecutedVisitor
{
    private readonly List<Finding> _findings = [];

    /// <summary>What it has found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The statement.</summary>
    protected BatchContext At => at;

    /// <summary>A finding on a part of the statement.</summary>
    protected void Find(TSqlFragment part, string message, string remedy, params IReadOnlyList<TextEdit> edits) =>
        _findings.Add(rule.FindAt(at, SpanOf(part), message, remedy) with
        {
            Fix = edits is [] ? null : new Fix(at.Script.Sql, edits),
        });

    /// <summary>Where a part stands in the script.</summary>
    protected static TextSpan SpanOf(TSqlFragment part) => new(part.StartOffset, part.FragmentLength);

    /// <summary>Adds something behind a part of the statement.</summary>
    protected static TextEdit Append(TSqlFragment part, string text) => Insert(SpanOf(part).End, text);

    /// <summary>Adds something in front of a character of the script.</summary>
    protected static TextEdit Insert(int offset, string text) => new(new TextSpan(offset, 0), text);

    /// <summary>Takes the statement out; not where another one needs it as its part.</summary>
    protected IReadOnlyList<TextEdit> Removal(TSqlStatement statement) =>
        statement == at.Fragment ? [new TextEdit(SpanOf(statement), "")] : [];

    /// <summary>A name as people write it.</summary>
    protected static string Name(MultiPartIdentifier name) =>
        string.Join('.', name.Identifiers.Select(part => part.Value));
}
