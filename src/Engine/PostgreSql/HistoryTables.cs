using Drawbridge.Engine.PostgreSql.Donors;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Reads what a database knows of its migrations, and makes the tables when it knows nothing yet.</summary>
internal sealed class HistoryTables(NpgsqlConnection connection, string database)
{
    /// <summary>One round trip, but for the first time in a database.</summary>
    public async Task<DatabaseHistory> Read(ReleaseId release, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadTables(release, cancellationToken);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            await Create(cancellationToken);
            return await ReadTables(release, cancellationToken);
        }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DrawbridgeException(new PrivilegeMissing(database, denied.MessageText), denied);
        }
    }

    private async Task Create(CancellationToken cancellationToken)
    {
        try
        {
            await new Pipeline(connection).Add(HistorySql.Create).Send(cancellationToken);
        }
        catch (PipelineException denied) when (denied.Answer.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DrawbridgeException(new PrivilegeMissing(database, denied.Message), denied);
        }
    }

    /// <summary>The same without the right to create anything, and without a word about releases.</summary>
    public async Task<DatabaseHistory> Look(CancellationToken cancellationToken)
    {
        await using var question = new NpgsqlCommand(HistorySql.Exists, connection);
        return await question.ExecuteScalarAsync(cancellationToken) is true
            ? await ReadTables(release: null, cancellationToken)
            : await FromBefore(new DatabaseHistory([], Finished: null, Newest: null), cancellationToken);
    }

    private async Task<DatabaseHistory> ReadTables(ReleaseId? release, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(About(release, HistorySql.ReadRows));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(HistorySql.ReadMarks));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(HistorySql.ReadAdoptedFrom));
        batch.BatchCommands.Add(About(release, release is null ? HistorySql.ReadNoReleases : HistorySql.ReadReleases));
        DatabaseHistory history;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            history = await new HistoryReader(reader, database).Read(release, cancellationToken);
        }

        if (history.AdoptedFrom is not null)
        {
            return history with { Foreign = await new ForeignTables(connection).Find(cancellationToken) };
        }

        return history.Rows.Count > 0 || await HasRows(cancellationToken)
            ? history
            : await FromBefore(history, cancellationToken);
    }

    private static NpgsqlBatchCommand About(ReleaseId? release, string sql) =>
        new(sql) { Parameters = { new NpgsqlParameter { Value = release?.Text ?? "" } } };

    private async Task<bool> HasRows(CancellationToken cancellationToken)
    {
        await using var question = new NpgsqlCommand(HistorySql.HasRows, connection);
        return await question.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task<bool> HasTables(CancellationToken cancellationToken)
    {
        await using var question = new NpgsqlCommand(HistorySql.HasTables, connection);
        return await question.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>What was there before the first row.</summary>
    private async Task<DatabaseHistory> FromBefore(DatabaseHistory history, CancellationToken cancellationToken) => history with
    {
        Foreign = await new ForeignTables(connection).Find(cancellationToken),
        IsFromBefore = await HasTables(cancellationToken),
    };
}
