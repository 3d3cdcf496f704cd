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
        batch.BatchCommands.Add(new NpgsqlBatchCommand(HistorySql.ReadRows) { Parameters = { new NpgsqlParameter { Value = release.Text } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(HistorySql.ReadReleases) { Parameters = { new NpgsqlParameter { Value = release.Text } } });
        var rows = new List<HistoryRow>();
        FinishedRelease? finished = null;
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
                finished = id == release.Text ? FinishedOf(reader) : finished;
                newest = ReleaseId.TryParse(id, out var parsed) && newest?.IsOlderThan(parsed) != false ? parsed : newest;
            }
        }

        return (await HistoryOf(rows, cancellationToken)) with { Finished = finished, Newest = newest };
    }

    /// <summary>The same without the right to create anything, and without a word about releases.</summary>
    public async Task<DatabaseHistory> Look(CancellationToken cancellationToken)
    {
        await using var question = new NpgsqlCommand(HistorySql.Exists, connection);
        if (await question.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return await HistoryOf([], cancellationToken);
        }

        await using var command = new NpgsqlCommand(HistorySql.ReadRows, connection) { Parameters = { new NpgsqlParameter { Value = "" } } };
        var rows = new List<HistoryRow>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(RowOf(reader));
            }
        }

        return await HistoryOf(rows, cancellationToken);
    }

    private async Task<DatabaseHistory> HistoryOf(List<HistoryRow> rows, CancellationToken cancellationToken) => new(
        rows.FindAll(row => row.Kind != ScriptKind.Undo),
        Finished: null,
        Newest: null,
        rows.Count == 0 ? await ForeignTable(cancellationToken) : null)
    {
        UndoRows = rows.FindAll(row => row.Kind == ScriptKind.Undo),
    };

    /// <summary>People edit rows, the remedy of an interrupted script even asks for it: nothing in them is believed.</summary>
    private HistoryRow RowOf(NpgsqlDataReader reader)
    {
        var place = $"row {reader.GetInt64(0)}";
        var kind = Known<ScriptKind>(reader.GetString(2), place);
        var version = VersionOf(reader.IsDBNull(1) ? null : reader.GetString(1), kind, place);
        var state = Known<HistoryState>(reader.GetString(5), place);
        var done = reader.GetInt32(6) is >= 0 and var count ? count : throw Strange(place, $"{reader.GetInt32(6)} statements done");
        return new HistoryRow(
            reader.GetInt64(0), version, kind, reader.GetString(3), reader.GetString(4), state, done, reader.GetBoolean(7), reader.GetString(8));
    }

    private FinishedRelease FinishedOf(NpgsqlDataReader reader) => new(
        Known<ResultStatus>(reader.GetString(1), $"release '{reader.GetString(0)}'"),
        reader.IsDBNull(2) ? null : ResultJson.TryReadError(reader.GetString(2)));

    private ScriptVersion? VersionOf(string? text, ScriptKind kind, string place) => (text, kind) switch
    {
        (null, ScriptKind.Repeatable) => null,
        ({ }, not ScriptKind.Repeatable) when ScriptVersion.TryParse(text, out var version) && version.Text == text => version,
        _ => throw Strange(place, $"the version '{text}'"),
    };

    private T Known<T>(string word, string place)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => KebabCase.Of(value.ToString()!) == word) ?? throw Strange(place, $"'{word}'");

    private DrawbridgeException Strange(string place, string what) =>
        new(new HistoryUnusable(database, $"{place} holds {what}, which Drawbridge never writes"));

    private async Task<string?> ForeignTable(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(HistorySql.FindForeign, connection);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
