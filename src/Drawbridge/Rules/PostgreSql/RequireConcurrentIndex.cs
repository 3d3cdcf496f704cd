using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>An index that keeps everyone from writing while it is built.</summary>
internal sealed class RequireConcurrentIndex : StatementRule<CreateIndexStatement>
{
    public override Severity Severity => Severity.Error;

    protected override IEnumerable<Finding> Check(CreateIndexStatement index, StatementContext at)
    {
        if (index.IsConcurrent || at.IsEmpty(index.Table) || IsOfParentOnly(at, index))
        {
            return [];
        }

        var create = index.IsUnique ? "CREATE UNIQUE INDEX" : "CREATE INDEX";
        return
        [
            Find(
                at,
                index.Keyword,
                $"'{create}' without CONCURRENTLY keeps everyone from writing to '{index.Table}' until the index is "
                    + "built.",
                at.Table(index.Table) is { IsPartitioned: true }
                    ? $"Write '{create} … ON ONLY {index.Table.Text} …', then for each partition '{create} "
                        + "CONCURRENTLY …' and 'ALTER INDEX … ATTACH PARTITION …'."
                    : $"Write '{create} CONCURRENTLY …' in a script of its own, which then runs without a "
                        + "transaction."),
        ];
    }

    /// <summary>
    /// ONLY leaves out the partitions, where the rows are; on a table that has none it changes nothing.
    /// </summary>
    private static bool IsOfParentOnly(StatementContext at, CreateIndexStatement index) =>
        index.IsOnly && at.Table(index.Table) is not { Definition: not null, IsPartitioned: false };
}
