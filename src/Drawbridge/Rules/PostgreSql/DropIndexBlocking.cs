using Drawbridge.Rules.PostgreSql.Objects;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>An index that goes while nobody can use its table.</summary>
internal sealed class DropIndexBlocking : StatementRule<DropObjectsStatement>
{
    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<Finding> Check(DropObjectsStatement drop, StatementContext at) =>
        from name in drop is { Kind: ObjectKind.Index, IsConcurrent: false, Cascade: null } ? drop.Names : []
        where !at.IsNew(ObjectKind.Index, name) && !IsLocked(at, at.TableOfIndex(name))
        select Find(
            at,
            name.Span,
            $"'DROP INDEX' of '{name}' waits for everyone who uses its table, and everyone else waits behind it.",
            $"Write 'DROP INDEX CONCURRENTLY IF EXISTS {name.Text}' in a script of its own, which then runs without "
                + "a transaction.") with
        {
            Fix = drop.Names.Any(other => at.TableOfIndex(other) is { IsPartitioned: true }) ? null : at.LeaveTransaction(IndexEdits.DropConcurrently(drop)),
        };

    /// <summary>
    /// An index of a partitioned table can't be dropped concurrently. When the script holds the table's lock already, nobody waits
    /// any longer for the index.
    /// </summary>
    private static bool IsLocked(StatementContext at, TableHistory? table) => table is { IsPartitioned: true }
        || (at.Script.Sql.RunsInTransaction && table is not null && table.IsLocked(at.Place));
}
