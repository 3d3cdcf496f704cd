using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>A rule that looks at one kind of action of ALTER TABLE.</summary>
internal abstract class TableRule<TAction> : StatementRule<AlterTableStatement>
    where TAction : AlterAction
{
    protected sealed override bool MayConcern(AlterTableStatement alter) => alter.Does<TAction>();

    protected sealed override bool Concerns(AlterTableStatement alter, StatementContext at) => !IsFree(alter.Name, at);

    protected sealed override IEnumerable<Finding> Check(AlterTableStatement alter, StatementContext at) =>
        Check(alter, at.ActionsOnExisting<TAction>(alter), at);

    /// <summary>Whether a table is one to which everything may be done; unless overridden, one without rows.</summary>
    protected virtual bool IsFree(QualifiedName table, StatementContext at) => at.IsEmpty(table);

    /// <summary>Looks at such actions on a table that is not free.</summary>
    protected abstract IEnumerable<Finding> Check(
        AlterTableStatement alter, IEnumerable<TAction> actions, StatementContext at);
}
