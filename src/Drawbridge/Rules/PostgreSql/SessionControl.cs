using Drawbridge.Configuration;
using Drawbridge.Rules.Changes;
using Drawbridge.Sql;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A statement that would take the session from the run: it would refuse the script.</summary>
internal sealed class SessionControl : ScriptRule
{
    public override DatabaseEngine? Engine => DatabaseEngine.PostgreSql;

    public override Severity Severity => Severity.Error;

    public override AcceptedBy AcceptedBy => AcceptedBy.Nothing;

    public override IEnumerable<Finding> Check(MigrationFile script, ChangeSet changes) =>
        from statement in script.Sql.Statements
        where statement.Damage != SessionDamage.None
        select Find(script, statement, $"'{statement.Heading}' {Harm(statement.Damage)}.", Remedy(statement.Damage));

    private static string Harm(SessionDamage damage) => damage switch
    {
        SessionDamage.ReleasesLock => "would release the lock that keeps a second run away",
        SessionDamage.ChangesQuoting => "would change where string literals end, so the script would be read wrongly",
        _ => "would change the encoding of the connection, which is UTF-8",
    };

    private static string Remedy(SessionDamage damage) => damage switch
    {
        SessionDamage.ReleasesLock =>
            "Remove it: every script meets a fresh session, and the run releases its lock by itself.",
        SessionDamage.ChangesQuoting =>
            "Remove it: every script meets a fresh session; write backslash escapes as E'…'.",
        _ => "Remove it, and save the script as UTF-8.",
    };
}
