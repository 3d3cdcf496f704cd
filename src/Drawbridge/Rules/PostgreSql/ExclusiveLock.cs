using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Knows which statements take the lock ACCESS EXCLUSIVE, which keeps out even readers.</summary>
internal static class ExclusiveLock
{
    /// <summary>The table, there before the change, that a statement locks; null for none.</summary>
    public static QualifiedName? TableOf(StatementContext at) => at.Syntax switch
    {
        AlterTableStatement alter => at.ActionsOnExisting<AlterAction>(alter).Any(IsTakenBy) ? alter.Name : null,
        TruncateStatement truncate => at.FirstExisting(truncate.Tables),
        LockTableStatement { Mode: "access exclusive" } @lock => at.FirstExisting(@lock.Tables),
        _ => null,
    };

    /// <summary>Whether a statement may be one of them.</summary>
    public static bool MayBeTakenBy(StatementSyntax statement) =>
        statement is AlterTableStatement or TruncateStatement or LockTableStatement;

    /// <summary>Source: "Explicit Locking" and ALTER TABLE in PostgreSQL's documentation.</summary>
    public static bool IsTakenBy(AlterAction action) => action switch
    {
        ValidateConstraintAction or AttachPartitionAction or OtherAction => false,
        EnableTriggerAction or DisableTriggerAction => false,
        DetachPartitionAction detach => !detach.IsConcurrent,
        AddConstraintAction { Constraint.Kind: ConstraintKind.ForeignKey } => false,
        _ => true,
    };
}
