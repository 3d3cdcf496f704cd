using Drawbridge.Engine.Donors;
using Drawbridge.Engine.Examining;
using Drawbridge.Engine.SqlServer.Examining;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;
using Microsoft.Data.SqlClient;

namespace Drawbridge.Engine.SqlServer;

/// <summary>One connection to one database of SQL Server.</summary>
internal sealed class SqlServerSession : IDatabaseSession
{
    private readonly string _database;
    private readonly string _place;
    private readonly HistoryPlace _historyPlace;
    private SessionBeginning _beginning = new("", "", "", "");

    private SqlServerSession(SqlConnection connection, string database)
    {
        Channel = new SqlChannel(connection);
        (_database, _place) = (database, connection.DataSource);
        Home = connection.Database;
        _historyPlace = HistoryPlace.Of(Home);
        History = new HistorySql(_historyPlace);
    }

    public ResultServer Server => new("sqlserver", _beginning.Version);

    public int ConnectTries { get; set; } = 1;

    public bool IsOpen => Channel.IsOpen;

    /// <summary>What is said to the server.</summary>
    public SqlChannel Channel { get; }

    /// <summary>How this database's history is kept.</summary>
    public HistorySql History { get; }

    /// <summary>The database to which it is connected, and in which the lock is; scripts can go elsewhere.</summary>
    private string Home { get; }

    /// <summary>Makes the session what every script begins with.</summary>
    public static async Task<SqlServerSession> Begin(SqlConnection connection, string database, CancellationToken cancellationToken)
    {
        var session = new SqlServerSession(connection, database);
        session._beginning = await SessionBeginning.Of(session.Channel, cancellationToken);
        await session.Channel.Send(SessionSql.Settings, cancellationToken);
        return session;
    }

    public Task<LockHolder?> TryLock(CancellationToken cancellationToken) =>
        Guarded(() => ApplicationLock.TryAcquire(Channel, _place, cancellationToken));

    public Task<DatabaseHistory> ReadHistory(ReleaseId release, CancellationToken cancellationToken) =>
        Guarded(() => Tables().Read(release, cancellationToken));

    public Task<DatabaseView> Look(CancellationToken cancellationToken) => Guarded(async () =>
    {
        var history = await Tables().Look(cancellationToken);
        var newest = history.Rows.Count + history.UndoRows.Count == 0 ? null : await Tables().Newest(cancellationToken);
        return new DatabaseView(history, await ApplicationLock.FindHolder(Channel, cancellationToken), newest);
    });

    /// <summary>No other tool's history is taken over on SQL Server, so none is ever asked for.</summary>
    public Task<LockHolder?> TryLock(DonorHistory donor, CancellationToken cancellationToken) =>
        throw new NotSupportedException(donor.Table);

    public Task Settle(Decision decision, Release release, CancellationToken cancellationToken) => Guarded(async () =>
    {
        await Channel.AskOne(new SqlRequest(SessionSql.Begin), cancellationToken);
        foreach (var (change, values) in SettledRecords.Of(release, decision))
        {
            await Channel.Send(new SqlRequest(History.Of(change), values), cancellationToken);
        }

        await Channel.Send(SessionSql.Commit, cancellationToken);
        return decision;
    });

    public Task<ScriptOutcome> Apply(LoadedScript script, Release release, RunClock clock) =>
        Guarded(() => Apply(new ScriptContext(this, release, script, clock), clock.Stop));

    public Task RecordRelease(Release release, RunReport report, CancellationToken cancellationToken) => Guarded(async () =>
    {
        await Channel.Send(SessionSql.Rollback, cancellationToken);
        await Settle(cancellationToken);
        object?[] row =
        [
            release.Id,
            KebabCase.Of(release.Mode),
            release.Source.Commit,
            KebabCase.Of(report.Status),
            ResultJson.Write(report.Error),
        ];
        await Channel.Send(new SqlRequest(History.InsertRelease, row), cancellationToken);
        return report;
    });

    /// <summary>What this login may do here.</summary>
    public Task<DatabaseRights> ReadRights(CancellationToken cancellationToken) =>
        Guarded(() => RightsSql.Ask(Channel, _historyPlace, Server, cancellationToken));

    /// <summary>Goes home, as the login that came, with the settings with which every script begins.</summary>
    public Task Settle(CancellationToken cancellationToken) => Channel.Send(
        string.Join(
            '\n',
            SessionSql.BecomeLogin(_beginning.Login, _beginning.User),
            SessionSql.Use(Home),
            SessionSql.Settings,
            SessionSql.Language(_beginning.Language)),
        cancellationToken);

    /// <summary>Goes home for a moment, ready to write history.</summary>
    public Task Enter(CancellationToken cancellationToken) => Channel.Send(
        $"{SessionSql.Use(Home)}\nSET {string.Join(", ", SessionSql.NeededOn)} ON;\nSET NUMERIC_ROUNDABORT OFF;",
        cancellationToken);

    /// <summary>Whether the lock is still held; asked at home.</summary>
    public async Task<bool> HoldsLock(CancellationToken cancellationToken) =>
        await Channel.AskOne(new SqlRequest(ApplicationLock.IsHeld), cancellationToken) is 1;

    /// <summary>
    /// Whatever a script left behind is undone, so that every script meets a fresh session; one that can't be freshened
    /// is ended, and the run goes on over a new one.
    /// </summary>
    public async Task Refresh(SqlScript script, CancellationToken cancellationToken)
    {
        if (!IsOpen)
        {
            return;
        }

        try
        {
            await Channel.Send(SessionSql.Rollback, cancellationToken);
            await Settle(cancellationToken);
            if (Leftovers.CleanUp(script) is { Length: > 0 } cleanUp)
            {
                await Channel.Send(cleanUp, cancellationToken);
            }

            await Channel.Send(SessionSql.DropTemporary, cancellationToken);
            if (await SessionBeginning.Of(Channel, cancellationToken) == _beginning)
            {
                return;
            }
        }
        catch (RefusalException refusal) when (!refusal.IsCancelled)
        {
            // What the script did is decided; only this session is of no more use.
        }

        await Channel.Close();
    }

    public ValueTask DisposeAsync() => Channel.Close();

    private static async Task<ScriptOutcome> Apply(ScriptContext context, CancellationToken cancellationToken)
    {
        if (!context.Script.RunsInTransaction)
        {
            return await StepwiseScript.Run(context, cancellationToken);
        }

        try
        {
            return await TransactionalScript.Run(context, cancellationToken);
        }
        catch (NotInTransactionException)
        {
            return await StepwiseScript.Run(context with { Script = context.Script with { IsFoundAlone = true } }, cancellationToken);
        }
    }

    private HistoryTables Tables() => new(Channel, _database, _historyPlace);

    /// <summary>
    /// A connection that breaks is no fault of a script: the run ends, and trying again decides from history.
    /// </summary>
    private async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RefusalException refusal) when (refusal.IsCancelled && IsOpen)
        {
            throw new OperationCanceledException(refusal.Message, refusal);
        }
        catch (Exception exception) when (!IsOpen
            && exception is RefusalException or InvalidOperationException or IOException or OperationCanceledException)
        {
            throw new DrawbridgeException(new DatabaseConnectionLost(_database, exception.Message.TrimEnd('.')), exception);
        }
        catch (RefusalException refused)
        {
            // What a script did wrong is answered where it runs: this is about our own tables.
            throw new DrawbridgeException(new HistoryUnusable(_database, refused.Message.TrimEnd('.')), refused);
        }
    }
}
