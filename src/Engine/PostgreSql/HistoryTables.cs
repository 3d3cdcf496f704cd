using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Scripts;
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

    private async Task<DatabaseHistory> ReadTables(ReleaseId release, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(HistorySql.ReadRows));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(HistorySql.ReadReleases) { Parameters = { new NpgsqlParameter { Value = release.Text } } });
        var rows = new List<HistoryRow>();
        ResultStatus? outcome = null;
        ReleaseId? newest = null;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(RowOf(reader));
            }

            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var id = reader.GetString(0);
                outcome = id == release.Text ? Enum.Parse<ResultStatus>(reader.GetString(1), ignoreCase: true) : outcome;
                newest = ReleaseId.TryParse(id, out var parsed) && (newest is null || newest.IsOlderThan(parsed)) ? parsed : newest;
            }
        }

        return new DatabaseHistory(rows, outcome, newest, rows.Count == 0 ? await ForeignTable(cancellationToken) : null);
    }

    private static HistoryRow RowOf(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.IsDBNull(1) ? null : ScriptVersion.Parse(reader.GetString(1)),
        Enum.Parse<ScriptKind>(reader.GetString(2), ignoreCase: true),
        reader.GetString(3),
        reader.GetString(4),
        Enum.Parse<HistoryState>(reader.GetString(5), ignoreCase: true),
        reader.GetInt32(6),
        reader.GetBoolean(7),
        reader.GetString(8));

    private async Task<string?> ForeignTable(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(HistorySql.FindForeign, connection);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
