using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>An index that goes while nobody can use its table.</summary>
internal sealed class DropIndexBlocking : StatementRule<DropObjectsStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<Finding> Check(DropObjectsStatement drop, StatementContext at) => drop switch
    {
        { Kind: ObjectKind.Index, IsConcurrent: true } =>
            from name in drop.Names
            where IsOfPartitioned(at, name)
            select Refused(at, name),
        { Kind: ObjectKind.Index, Cascade: null } =>
            from name in drop.Names
            where !at.IsNew(ObjectKind.Index, name) && !IsLocked(at, name)
            select Blocking(at, drop, name),
        _ => [],
    };

    private Finding Blocking(StatementContext at, DropObjectsStatement drop, QualifiedName name) => Find(
        at,
        name.Span,
        $"'DROP INDEX' of '{name}' waits for everyone who uses its table, and everyone else waits behind it.",
        $"Write 'DROP INDEX CONCURRENTLY IF EXISTS {name.Text}' in a script of its own, which then runs without a "
            + "transaction.") with
    {
        Fix = drop.Names.Any(other => IsOfPartitioned(at, other))
            ? null
            : at.LeaveTransaction(IndexEdits.DropConcurrently(drop)),
    };

    private Finding Refused(StatementContext at, QualifiedName name) => Find(
        at,
        name.Span,
        $"'DROP INDEX CONCURRENTLY' fails: '{name}' is an index of a partitioned table.",
        $"Write 'DROP INDEX {name.Text}' in a short script: it waits for everyone who uses the table or a partition.");

    /// <summary>
    /// There is no other way for an index of a partitioned table. When the script holds the table's lock already,
    /// nobody waits any longer for the index.
    /// </summary>
    private static bool IsLocked(StatementContext at, QualifiedName index) => IsOfPartitioned(at, index)
        || (at.Script.Sql.RunsInTransaction && at.TableOfIndex(index) is { } table && table.IsLocked(at.Place));

    private static bool IsOfPartitioned(StatementContext at, QualifiedName index) =>
        at.TableOfIndex(index) is { IsPartitioned: true };
}
