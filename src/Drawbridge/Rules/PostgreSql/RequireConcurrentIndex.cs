using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>An index that keeps everyone from writing while it is built.</summary>
internal sealed class RequireConcurrentIndex : StatementRule<CreateIndexStatement>
{
    public override Severity Severity => Severity.Error;

    protected override bool Concerns(CreateIndexStatement index, StatementContext at) =>
        index.IsConcurrent || !at.IsEmpty(index.Table);

    protected override IEnumerable<Finding> Check(CreateIndexStatement index, StatementContext at)
    {
        var create = index.IsUnique ? "CREATE UNIQUE INDEX" : "CREATE INDEX";
        return at.Table(index.Table) is { IsPartitioned: true }
            ? CheckParent(index, create, at)
            : index.IsConcurrent || IsOfParentOnly(at, index)
            ? []
            : [Find(
                at,
                index.Keyword,
                $"'{create}' without CONCURRENTLY keeps everyone from writing to '{index.Table}' until the index is "
                    + "built.",
                $"Write '{at.Concurrent(index)}' in a script of its own, which then runs without a transaction.") with
            {
                Fix = at.LeaveTransaction(at.MakeConcurrent(index)),
            }];
    }

    private IEnumerable<Finding> CheckParent(CreateIndexStatement index, string create, StatementContext at) =>
        !index.IsConcurrent && index.IsOnly
            ? []
            : [Find(
                at,
                index.Keyword,
                index.IsConcurrent
                    ? $"'{create} CONCURRENTLY' fails: no index of the partitioned table '{index.Table}' can be built "
                        + "so."
                    : $"'{create}' keeps everyone from writing to '{index.Table}' and its partitions until the index "
                        + "is built.",
                Advice.ForPartitions(create, index.Table))];

    /// <summary>
    /// ONLY leaves out the partitions, where the rows are; on a table that has none it changes nothing.
    /// </summary>
    private static bool IsOfParentOnly(StatementContext at, CreateIndexStatement index) =>
        index.IsOnly && at.Table(index.Table) is not { Definition: not null };
}
