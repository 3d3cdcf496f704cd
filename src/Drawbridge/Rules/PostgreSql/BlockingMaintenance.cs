using Drawbridge.Rules.Fixes;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>Maintenance that keeps others out of a table for as long as it takes.</summary>
internal sealed class BlockingMaintenance : StatementRule<StatementSyntax>
{
    private const string Rewrite =
        "It copies the whole table: apply it at a quiet hour, and say so in an ignore directive.";

    private const string Alone = "in a script of its own, which then runs without a transaction";

    /// <summary>The modes that keep out no more than other schema changes and explicit locks of rows.</summary>
    private static readonly string[] WeakModes =
        ["access share", "row share", "row exclusive", "share update exclusive"];

    public override Severity Severity => Severity.Warning;

    protected override bool MayConcern(StatementSyntax statement) => statement is AlterTableStatement
        or VacuumStatement or ClusterStatement or ReindexStatement or LockTableStatement
        or RefreshMaterializedViewStatement;

    protected override bool Concerns(StatementSyntax statement, StatementContext at) =>
        statement is not AlterTableStatement alter || !at.IsEmpty(alter.Name);

    protected override IEnumerable<Finding> Check(StatementSyntax statement, StatementContext at) => statement switch
    {
        VacuumStatement { IsFull: true } vacuum when IsOnExisting(at, vacuum.Tables) =>
            [Find(at, "VACUUM FULL", vacuum.Tables, "Use plain VACUUM, or pg_repack, which lets others work.")],
        ClusterStatement cluster when IsOnExisting(at, cluster.Table) =>
            [Find(at, "CLUSTER", Listed(cluster.Table), "Use pg_repack, which lets others work.")],
        ReindexStatement { IsConcurrent: false } reindex when IsReindexOfExisting(at, reindex) =>
            [OfReindex(at, reindex)],
        LockTableStatement @lock when !WeakModes.Contains(@lock.Mode) && IsOnExisting(at, @lock.Tables) => [Find(
            at,
            $"LOCK TABLE in the mode {@lock.Mode}",
            @lock.Tables,
            "Leave it out, or take it in the weakest mode that serves, in a short script.")],
        RefreshMaterializedViewStatement { IsConcurrent: false } refresh when IsOnExisting(at, refresh.Name) =>
            [OfRefresh(at, refresh)],
        AlterTableStatement alter => OfActions(at, alter),
        _ => [],
    };

    private IEnumerable<Finding> OfActions(StatementContext at, AlterTableStatement alter) =>
        at.ActionsOnFilled<AlterAction>(alter).Select(action => OfAction(at, alter.Name, action)).OfType<Finding>();

    private Finding OfReindex(StatementContext at, ReindexStatement reindex) => reindex switch
    {
        { Kind: ObjectKind.Other } or { Name: null } =>
            Find(at, "REINDEX", [], $"Write 'REINDEX TABLE CONCURRENTLY …' for each table {Alone}."),
        { Kind: var kind, Name: var name } => Find(
            at,
            "REINDEX",
            [name],
            $"Write 'REINDEX {kind.ToString().ToUpperInvariant()} CONCURRENTLY {name.Text}' {Alone}.") with
        {
            Fix = at.LeaveTransaction(Concurrently(name)),
        },
    };

    private Finding OfRefresh(StatementContext at, RefreshMaterializedViewStatement refresh) => Find(
        at,
        "REFRESH MATERIALIZED VIEW",
        [refresh.Name],
        refresh.IsWithoutData
            ? "Leave it out while the view is read: it empties the view, and reading it fails."
            : $"Write 'REFRESH MATERIALIZED VIEW CONCURRENTLY {refresh.Name.Text}', which needs a unique index on "
                + "it.") with
    {
        Fix = refresh.IsWithoutData ? null : at.Edit(Concurrently(refresh.Name)),
    };

    private Finding? OfAction(StatementContext at, QualifiedName table, AlterAction action) => action switch
    {
        DetachPartitionAction { IsConcurrent: false, IsFinalize: false } detach =>
            at.IsNew(detach.Partition) ? null : OfDetach(at, table, detach),
        SetLoggedAction set => Find(at, $"SET {(set.IsLogged ? "LOGGED" : "UNLOGGED")}", table, action, Rewrite),
        SetTablespaceAction => Find(at, "SET TABLESPACE", table, action, Rewrite),
        SetAccessMethodAction => Find(at, "SET ACCESS METHOD", table, action, Rewrite),
        SetExpressionAction => Find(at, "SET EXPRESSION", table, action, Rewrite),
        _ => null,
    };

    private Finding OfDetach(StatementContext at, QualifiedName table, DetachPartitionAction detach)
    {
        const string What = "DETACH PARTITION";
        if (at.ServerVersion < 14)
        {
            const string Patience = "Server 13 has no other way: keep the script short, so that the lock is.";
            return Find(at, What, table, detach, Patience);
        }

        var statement = $"ALTER TABLE {table.Text} DETACH PARTITION {detach.Partition.Text} CONCURRENTLY";
        return Find(at, What, table, detach, $"Write '{statement}' {Alone}.") with
        {
            Fix = at.LeaveTransaction(StatementEdits.Insert(detach.Span.End, " CONCURRENTLY")),
        };
    }

    private static TextEdit Concurrently(QualifiedName name) =>
        StatementEdits.Insert(name.Span.Offset, "CONCURRENTLY ");

    private Finding Find(StatementContext at, string what, QualifiedName table, AlterAction action, string remedy) =>
        Find(at, action.Span, Message(what, [table]), remedy);

    private Finding Find(StatementContext at, string what, IReadOnlyList<QualifiedName> tables, string remedy) =>
        Find(at, tables is [var first, ..] ? first.Span : (TextSpan?)null, Message(what, tables), remedy);

    private static string Message(string what, IReadOnlyList<QualifiedName> tables)
    {
        var all = tables is [] ? "every table" : $"'{string.Join(", ", tables)}'";
        return $"'{what}' keeps others out of {all} until it is done.";
    }

    private static bool IsReindexOfExisting(StatementContext at, ReindexStatement reindex) =>
        reindex is { Kind: ObjectKind.Index, Name: { } index }
            ? !at.IsNew(ObjectKind.Index, index)
            : IsOnExisting(at, reindex.Name);

    private static bool IsOnExisting(StatementContext at, QualifiedName? name) => name is null || !at.IsNew(name);

    private static bool IsOnExisting(StatementContext at, IReadOnlyList<QualifiedName> tables) =>
        tables is [] || !tables.All(at.IsNew);

    private static IReadOnlyList<QualifiedName> Listed(QualifiedName? name) => name is null ? [] : [name];
}
