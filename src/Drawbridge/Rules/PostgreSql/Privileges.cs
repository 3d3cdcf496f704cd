using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>More rights than anyone meant to give, and passwords where everyone reads them.</summary>
internal sealed class Privileges : StatementRule<StatementSyntax>
{
    public override Severity Severity => Severity.Warning;

    protected override bool MayConcern(StatementSyntax statement) => statement switch
    {
        GrantStatement grant => grant.All is not null || Everyone(grant) is not null,
        CreateFunctionStatement routine => routine.SecurityDefiner is not null,
        AlterFunctionStatement routine => routine.SecurityDefiner is not null,
        AlterTableStatement alter => alter.Does<DisableTriggerAction>() || alter.Does<SetRowSecurityAction>(),
        _ => statement is AlterDefaultPrivilegesStatement or DefineRoleStatement,
    };

    protected override IEnumerable<Finding> Check(StatementSyntax statement, StatementContext at) => statement switch
    {
        GrantStatement grant => Check(at, grant),
        AlterDefaultPrivilegesStatement { Change: GrantStatement grant } => Check(at, grant),
        DefineRoleStatement { Password: { } password } role => [Find(
            at,
            password,
            $"The password of '{role.Name}' stands in the script, so in the repository and in the bucket, for good.",
            "Leave it out and set it from where secrets are kept; on RDS 'GRANT rds_iam TO …' needs none at all.")],
        CreateFunctionStatement { SecurityDefiner: { } definer } routine => Check(at, routine.Name, definer),
        AlterFunctionStatement { SecurityDefiner: { } definer } routine => Check(at, routine.Name, definer),
        AlterTableStatement alter when !at.IsNew(alter.Name) => Check(at, alter),
        _ => [],
    };

    private IEnumerable<Finding> Check(StatementContext at, GrantStatement grant) =>
        Everyone(grant) is { } everyone
            ? [Find(
                at,
                everyone.Name.Span,
                $"PUBLIC gets {What(grant)}, and PUBLIC is every role, those to come too.",
                "Grant it to the role that needs it.")]
            : grant.All is { } all && HasSeveral(grant.Kind)
            ? [Find(
                at,
                all,
                $"'{string.Join(", ", grant.Grantees.Select(grantee => grantee.Name))}' gets {What(grant)}, which is "
                    + "more than reading and writing and grows with new versions of the server.",
                "Name the privileges that are needed: 'GRANT SELECT, INSERT, UPDATE, DELETE …'.")]
            : [];

    private static Grantee? Everyone(GrantStatement grant) =>
        grant.Grantees.FirstOrDefault(grantee => grantee.IsPublic);

    private IEnumerable<Finding> Check(StatementContext at, AlterTableStatement alter) =>
        alter.Actions.SelectMany(action => Check(at, alter, action));

    /// <summary>A path that the same script sets later is as good: nobody calls the function between.</summary>
    private IEnumerable<Finding> Check(StatementContext at, QualifiedName routine, TextSpan definer) =>
        at.Changes.Known.HasSearchPath(routine, at.Script) ? [] : [Find(
            at,
            definer,
            $"'{routine}' runs with its owner's rights and its caller's search_path, so the caller decides which "
                + "tables and functions it meets.",
            "Add 'SET search_path = pg_catalog, …, pg_temp' to it, pg_temp last.")];

    private IEnumerable<Finding> Check(StatementContext at, AlterTableStatement alter, AlterAction action) =>
        IsTakenBack(at, alter, action) ? [] : action switch
        {
            DisableTriggerAction { Trigger: var trigger } => [Find(
                at,
                action.Span,
                $"The trigger '{trigger}' of '{alter.Name}' stays disabled, so what it guards is no longer guarded.",
                "Enable it at the end of the same script, or drop it if it is not needed any more.")],
            SetRowSecurityAction { Mode: RowSecurity.Disabled } => [Find(
                at,
                action.Span,
                $"Row level security of '{alter.Name}' is switched off: every role that may read it reads every row.",
                "Write a policy for who needs more rows; or say why it isn't needed: "
                    + "'-- drawbridge: ignore privileges <reason>'.")],
            _ => [],
        };

    /// <summary>In the same transaction nobody sees the state between.</summary>
    private static bool IsTakenBack(StatementContext at, AlterTableStatement alter, AlterAction action) =>
        action is DisableTriggerAction or SetRowSecurityAction
        && at.Script.Sql.RunsInTransaction
        && at.Later.OfType<AlterTableStatement>()
            .Where(next => next.Name.CouldBe(alter.Name))
            .Any(next => next.Actions.Any(other => TakesBack(other, action)));

    private static bool TakesBack(AlterAction other, AlterAction action) => other switch
    {
        EnableTriggerAction enable => action is DisableTriggerAction disable && enable.Trigger == disable.Trigger,
        SetRowSecurityAction { Mode: RowSecurity.Enabled } => action is SetRowSecurityAction,
        _ => false,
    };

    /// <summary>Functions, types and languages have one privilege only.</summary>
    private static bool HasSeveral(ObjectKind kind) => kind
        is ObjectKind.Table or ObjectKind.Schema or ObjectKind.Database or ObjectKind.Sequence or ObjectKind.Column;

    private static string What(GrantStatement grant) => grant.Objects is [var first, ..]
        ? $"'{string.Join(", ", grant.Privileges)}' on '{first}'{(grant.IsWholeSchema ? " and all that is in it" : "")}"
        : $"'{string.Join(", ", grant.Privileges)}'";
}
