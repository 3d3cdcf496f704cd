using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Suppression;

/// <summary>An <c>ignore</c> that does not say why, and so ignores nothing.</summary>
internal sealed class IgnoreWithoutReason : ScriptRule
{
    public override Severity Severity => Severity.Warning;

    public override AcceptedBy AcceptedBy => AcceptedBy.Severity;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
        from directive in script.Sql.Ignores
        where directive.Reason.Length == 0
        select Find(
            script,
            $"The directive to ignore '{directive.Value}' in line {directive.Line} gives no reason, so it ignores "
                + "nothing.",
            $"Write why: '-- drawbridge: ignore {directive.Value} <reason>'.") with
        {
            Line = directive.Line,
            Column = directive.Position.Column,
        };
}
