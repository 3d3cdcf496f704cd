using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Rules.SqlServer;

/// <summary>
/// A statement of which nothing is known but its text: its syntax is too new, or it nests too deeply.
/// </summary>
internal sealed class UnparsedStatement : ScriptRule
{
    public override Severity Severity => Severity.Warning;

    public override DatabaseEngine? Engine => DatabaseEngine.SqlServer;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
        from statement in script.Sql.Statements
        where statement.Kind == StatementKind.Unparsed
        let newer = NewerSyntax.In(TSqlText.Of(statement.Text).Tokens)
        select Find(
            script,
            statement,
            $"'{statement.Heading}' can't be read{(newer is null ? "" : $", probably because of {newer}")}: no rule "
                + "looks at it, "
                + "and only the server can tell whether it is right.",
            "Try it on a server of the version it is for; then say so: '-- drawbridge: ignore unparsed-statement "
                + "<reason>'.");
}
