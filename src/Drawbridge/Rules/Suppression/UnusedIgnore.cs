using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.Suppression;

/// <summary>
/// An <c>ignore</c> that accepts nothing: often a misspelt rule, or one that stands above the wrong statement.
/// </summary>
internal sealed class UnusedIgnore : ReviewRule
{
    public override Severity Severity => Severity.Warning;

    public override AcceptedBy AcceptedBy => AcceptedBy.Severity;

    public override IEnumerable<Finding> Check(ChangeSet changes, IReadOnlyList<Finding> found)
    {
        var acceptances = new AcceptanceFinder(changes);
        var used = found.SelectMany(acceptances.DirectivesFor).ToHashSet<Directive>(ReferenceEqualityComparer.Instance);
        return from script in changes.Touched
               where script.Script is not null
               from directive in script.Sql.Ignores
               where directive.Accepts
               let complaint = Complaint(directive, changes.HasBase, used.Contains(directive))
               where complaint is not null
               select Find(script, complaint.Value.Message, complaint.Value.Remedy) with
               {
                   Line = directive.Line,
                   Column = directive.Position.Column,
               };
    }

    private static (string Message, string Remedy)? Complaint(Directive directive, bool hasBase, bool isUsed)
    {
        var rule = RuleList.Find(directive.Value);
        return rule?.AcceptedBy switch
        {
            null => (
                $"There is no rule '{directive.Value}' to ignore in line {directive.Line}.",
                Spelling.Nearest(directive.Value, RuleList.All.Select(known => known.Id)) is { } nearest
                    ? $"Did you mean '{nearest}'?"
                    : "Remove the directive, or name one of the rules in docs/rules."),
            AcceptedBy.Nothing => (
                $"The rule '{directive.Value}' can't be ignored, as line {directive.Line} does.",
                "Put right what it finds, and remove the directive."),
            AcceptedBy.Severity => (
                $"The rule '{directive.Value}' can't be ignored in a script, as line {directive.Line} does.",
                $"Change its severity in '{ProjectSettings.FileName}', and remove the directive."),
            AcceptedBy.Entry => (
                $"The rule '{directive.Value}' can't be ignored in a script, as line {directive.Line} does.",
                $"Name the script that goes under 'acknowledged' in '{ProjectSettings.FileName}', and remove the "
                    + "directive."),
            _ when isUsed || (rule.NeedsBase && !hasBase) => null,
            _ => (
                $"The directive in line {directive.Line} ignores '{directive.Value}', which finds nothing there.",
                "Remove it, or move it right above the statement that it is meant for."),
        };
    }
}
