using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Maintenance that keeps others out of a table for as long as it takes.</summary>
internal sealed class BlockingMaintenance : StatementRule<StatementSyntax>
{
    private const string Rewrite = "It copies the whole table: apply it at a quiet hour, and say so in an ignore "
        + "directive.";

    /// <summary>The modes that keep out no more than other schema changes and explicit locks of rows.</summary>
    private static readonly string[] WeakModes = ["access share", "row share", "row exclusive", "share update exclusive"];

    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<Finding> Check(StatementSyntax statement, StatementContext at) => statement switch
    {
        VacuumStatement { IsFull: true } vacuum when IsOnExisting(at, vacuum.Tables) =>
            [Find(at, "VACUUM FULL", vacuum.Tables, "Use plain VACUUM, or pg_repack, which lets others work.")],
        ClusterStatement cluster when IsOnExisting(at, cluster.Table) =>
            [Find(at, "CLUSTER", Listed(cluster.Table), "Use pg_repack, which lets others work.")],
        ReindexStatement { IsConcurrent: false } reindex when IsReindexOfExisting(at, reindex) =>
            [Find(at, "REINDEX", Listed(reindex.Name), "Write 'REINDEX (…) CONCURRENTLY' in a script of its own, which then runs without a transaction.")],
        LockTableStatement @lock when !WeakModes.Contains(@lock.Mode) && IsOnExisting(at, @lock.Tables) =>
            [Find(at, $"LOCK TABLE in the mode {@lock.Mode}", @lock.Tables, "Leave it out, or take it in the weakest mode that serves, in a short script.")],
        RefreshMaterializedViewStatement { IsConcurrent: false } refresh when IsOnExisting(at, refresh.Name) =>
            [Find(at, "REFRESH MATERIALIZED VIEW", [refresh.Name], $"Write 'REFRESH MATERIALIZED VIEW CONCURRENTLY {refresh.Name.Text}', which needs a unique index on it.")],
        AlterTableStatement alter => OfActions(at, alter),
        _ => [],
    };

    private IEnumerable<Finding> OfActions(StatementContext at, AlterTableStatement alter) =>
        at.ActionsOnFilled<AlterAction>(alter).Select(action => OfAction(at, alter.Name, action)).OfType<Finding>();

    private Finding? OfAction(StatementContext at, QualifiedName table, AlterAction action)
    {
        var (what, remedy) = action switch
        {
            DetachPartitionAction { IsConcurrent: false, IsFinalize: false } detach when !at.IsNew(detach.Partition) => (
                "DETACH PARTITION", at.ServerVersion < 14
                    ? "Server 13 has no other way: keep the script short, so that the lock is."
                    : $"Write 'ALTER TABLE {table.Text} DETACH PARTITION {detach.Partition.Text} CONCURRENTLY' in a "
                        + "script of its own, which then runs without a transaction."),
            SetLoggedAction set => ($"SET {(set.IsLogged ? "LOGGED" : "UNLOGGED")}", Rewrite),
            SetTablespaceAction => ("SET TABLESPACE", Rewrite),
            SetAccessMethodAction => ("SET ACCESS METHOD", Rewrite),
            SetExpressionAction => ("SET EXPRESSION", Rewrite),
            _ => ("", ""),
        };
        return what.Length > 0 ? Find(at, action.Span, Message(what, [table]), remedy) : null;
    }

    private Finding Find(StatementContext at, string what, IReadOnlyList<QualifiedName> tables, string remedy) =>
        Find(at, tables is [var first, ..] ? first.Span : (TextSpan?)null, Message(what, tables), remedy);

    private static string Message(string what, IReadOnlyList<QualifiedName> tables) =>
        $"'{what}' keeps others out of '{(tables is [] ? "every table" : string.Join(", ", tables))}' until it is done.";

    private static bool IsReindexOfExisting(StatementContext at, ReindexStatement reindex) =>
        reindex is { Kind: ObjectKind.Index, Name: { } index }
            ? !at.IsNew(ObjectKind.Index, index)
            : IsOnExisting(at, reindex.Name);

    private static bool IsOnExisting(StatementContext at, QualifiedName? name) => name is null || !at.IsNew(name);

    private static bool IsOnExisting(StatementContext at, IReadOnlyList<QualifiedName> tables) =>
        tables is [] || !tables.All(at.IsNew);

    private static IReadOnlyList<QualifiedName> Listed(QualifiedName? name) => name is null ? [] : [name];
}
