using System.Data;
using Drawbridge.Engine.Donors;
using Drawbridge.Engine.Examining;
using Drawbridge.Engine.PostgreSql.Donors;
using Drawbridge.Engine.PostgreSql.Examining;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>One connection to one PostgreSQL database.</summary>
internal sealed class PostgreSqlSession : IDatabaseSession
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;
    private readonly string _database;

    private PostgreSqlSession(NpgsqlDataSource source, NpgsqlConnection connection, string database)
    {
        _source = source;
        _connection = connection;
        _database = database;
    }

    public ResultServer Server => new("postgresql", _connection.ServerVersion.Split(' ')[0]);

    public int ConnectTries { get; set; } = 1;

    public bool IsOpen => _connection.FullState.HasFlag(ConnectionState.Open);

    /// <summary>Connects, and makes sure of the other end: no pooler in between, and it notices when this client dies.</summary>
    public static async Task<PostgreSqlSession> Begin(NpgsqlDataSource source, string database, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        var session = new PostgreSqlSession(source, connection, database);
        try
        {
            return await session.IsDirect(cancellationToken)
                ? session
                : throw new DrawbridgeException(new PoolerDetected($"{connection.Host}:{connection.Port}"));
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public Task<LockHolder?> TryLock(CancellationToken cancellationToken) =>
        Guarded(() => AdvisoryLock.TryAcquire(_connection, AdvisoryLock.Key, cancellationToken));

    public Task<DatabaseHistory> ReadHistory(ReleaseId release, CancellationToken cancellationToken) =>
        Guarded(() => new HistoryTables(_connection, _database).Read(release, cancellationToken));

    public Task<DatabaseView> Look(CancellationToken cancellationToken) =>
        Guarded(() => new ReadOnlyLook(_connection, _database).Take(cancellationToken));

    public Task<LockHolder?> TryLock(DonorHistory donor, CancellationToken cancellationToken) => Guarded(async () =>
    {
        foreach (var key in DonorLock.Keys(donor, _connection.Database))
        {
            if (await AdvisoryLock.TryAcquire(_connection, key, cancellationToken) is { } holder)
            {
                return holder;
            }
        }

        return null;
    });

    public Task Settle(Decision decision, Release release, CancellationToken cancellationToken) => Guarded(async () =>
    {
        var pipeline = new Pipeline(_connection);
        foreach (var (change, values) in SettledRecords.Of(release, decision))
        {
            pipeline = (pipeline.IsEmpty ? pipeline.Add(SessionSql.Begin) : pipeline).Add(HistorySql.Of(change), values);
        }

        await (pipeline.IsEmpty ? pipeline : pipeline.Add(AdvisoryLock.AssertHeld).Add(SessionSql.Commit).Add(AdvisoryLock.ReleaseOthers))
            .Send(cancellationToken);
        return decision;
    });

    public Task<ScriptOutcome> Apply(LoadedScript script, Release release, RunClock clock) =>
        Guarded(() => Apply(new ScriptContext(_connection, release, script, clock), clock.Stop));

    public int LengthOfConvoy(IReadOnlyList<LoadedScript> scripts, int first) => Convoy.LengthOf(scripts, first);

    public Task Apply(
        IReadOnlyList<LoadedScript> scripts, Release release, RunClock clock, Action<ScriptOutcome> tell) =>
        Guarded(async () =>
        {
            var contexts = scripts.Select(script => new ScriptContext(_connection, release, script, clock)).ToList();
            await Convoy.Run(contexts, tell, clock.Stop);
            return contexts;
        });

    public Task RecordRelease(Release release, RunReport report, CancellationToken cancellationToken) =>
        Guarded(async () =>
        {
            object?[] row = [release.Id, KebabCase.Of(release.Mode), release.Source.Commit, KebabCase.Of(report.Status), ResultJson.Write(report.Error)];
            await new Pipeline(_connection).Add(SessionSql.Rollback).AddRefresh()
                .Add(HistorySql.InsertRelease, row).Send(cancellationToken);
            return report;
        });

    /// <summary>What this login may do here.</summary>
    public Task<DatabaseRights> ReadRights(CancellationToken cancellationToken) =>
        Guarded(() => RightsSql.Ask(_connection, Server, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _source.DisposeAsync();
    }

    private static async Task<ScriptOutcome> Apply(ScriptContext context, CancellationToken cancellationToken)
    {
        if (!context.Script.RunsInTransaction)
        {
            return await StepwiseScript.Run(context, cancellationToken);
        }

        var outcome = await TransactionalScript.Run(context, cancellationToken);
        return outcome.Error?.SqlState == PostgresErrorCodes.ActiveSqlTransaction && MayBeAlone(context.Script.Sql)
            ? await StepwiseScript.Run(context with { Script = context.Script with { IsFoundAlone = true } }, cancellationToken)
            : outcome;
    }

    /// <summary>What code, or a function in a query, calls is refused in a transaction and outside of one alike.</summary>
    private static bool MayBeAlone(SqlScript script) =>
        script.Statements is [{ Kind: not (StatementKind.Call or StatementKind.Do), Syntax: not QueryStatement }];

    private async Task<bool> IsDirect(CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(_connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SessionSql.BackendProcess));
        foreach (var setting in SessionSql.Settings(_connection.PostgreSqlVersion))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(setting));
        }

        return await batch.ExecuteScalarAsync(cancellationToken) is int backend && backend == _connection.ProcessID;
    }

    /// <summary>A connection that breaks is no fault of a script: the run ends, and trying again decides from history.</summary>
    private async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (PipelineException failure) when (failure.IsCancelled && IsOpen)
        {
            throw new OperationCanceledException(failure.Message, failure);
        }
        catch (Exception exception) when (exception is NpgsqlException or PipelineException or OperationCanceledException && !IsOpen)
        {
            throw new DrawbridgeException(new DatabaseConnectionLost(_database, exception.Message.TrimEnd('.')), exception);
        }
        catch (Exception exception) when (((exception as PipelineException)?.Answer ?? exception as PostgresException) is { } refused)
        {
            // What a script did wrong is answered where it runs: this is about our own tables.
            throw new DrawbridgeException(new HistoryUnusable(_database, refused.MessageText.TrimEnd('.')), exception);
        }
    }
}
