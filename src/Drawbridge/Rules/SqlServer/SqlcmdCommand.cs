using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.SqlServer;

/// <summary>A command or a variable of sqlcmd, which no server understands.</summary>
internal sealed class SqlcmdCommand : ScriptRule
{
    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    public override DatabaseEngine? Engine => DatabaseEngine.SqlServer;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
        from error in script.Sql.Errors
        where error.Kind == SyntaxErrorKind.SqlcmdCommand
        select Find(script, error);
}
