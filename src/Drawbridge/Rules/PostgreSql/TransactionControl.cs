using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A statement that begins, ends or marks a transaction: the run would refuse the script.</summary>
internal sealed class TransactionControl : ScriptRule
{
    public override DatabaseEngine? Engine => DatabaseEngine.PostgreSql;

    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
        from statement in script.Sql.Statements
        where statement.Kind == StatementKind.TransactionControl
        select Find(
            script,
            statement,
            $"'{statement.Heading}' would steer a transaction, but those belong to the run.",
            IsWithoutTransaction(script)
                ? "Remove it: this script asked to run without a transaction, each statement by itself."
                : "Remove it: the script is one transaction already; split the script where it must commit in "
                    + "between.") with
        {
            Fix = new StatementContext(script, statement, changes).Remove(),
        };

    private static bool IsWithoutTransaction(MigrationFile script) =>
        script.Sql.Directives.Any(directive => directive.Kind == DirectiveKind.TransactionOff);
}
