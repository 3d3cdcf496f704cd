using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A command of psql, which no server understands.</summary>
internal sealed class PsqlCommand : ScriptRule
{
    public override DatabaseEngine? Engine => DatabaseEngine.PostgreSql;

    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
        from error in script.Sql.Errors
        where error.Kind == SyntaxErrorKind.PsqlCommand
        select Find(script, error);
}
