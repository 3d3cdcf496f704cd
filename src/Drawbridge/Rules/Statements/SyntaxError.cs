using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.Statements;

/// <summary>Text that can't be read as statements.</summary>
internal sealed class SyntaxError : ScriptRule
{
    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
    [
        .. from error in script.Sql.Errors
           where !HasRuleOfItsOwn(error.Kind)
           select Find(script, error),
        .. from statement in script.Sql.Statements
           where statement.Kind == StatementKind.CopyToStdout
           select Find(script, statement, $"Nobody reads the rows of '{statement.Heading}'.", "Remove the statement."),
        .. from statement in script.Sql.Statements
           where statement.Kind == StatementKind.CopyBinary
           select Find(
               script,
               statement,
               $"A script is text, and '{statement.Heading}' needs data that is not.",
               "Use the text or CSV format."),
    ];

    private static bool HasRuleOfItsOwn(SyntaxErrorKind kind) =>
        kind is SyntaxErrorKind.PsqlCommand or SyntaxErrorKind.SqlcmdCommand or SyntaxErrorKind.NotFirstInBatch;
}
