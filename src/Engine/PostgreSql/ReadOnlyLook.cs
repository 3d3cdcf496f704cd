using System.Data;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>Looks at a database from within a transaction that can't write; the end of the connection ends it.</summary>
internal sealed class ReadOnlyLook(NpgsqlConnection connection, string database)
{
    /// <summary>What is there, at one moment.</summary>
    public async Task<DatabaseView> Take(CancellationToken cancellationToken)
    {
        try
        {
            await new Pipeline(connection).Add(SessionSql.BeginReading).Send(cancellationToken);
            var history = await new HistoryTables(connection, database).Look(cancellationToken);
            var newest = history.Rows.Count + history.UndoRows.Count == 0 ? null : await Newest(cancellationToken);
            return new DatabaseView(history, await AdvisoryLock.FindHolder(connection, AdvisoryLock.Key, cancellationToken), newest);
        }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DrawbridgeException(new PrivilegeMissing(database, denied.MessageText), denied);
        }
    }

    private async Task<NewestRow?> Newest(CancellationToken cancellationToken)
    {
        await using var question = new NpgsqlCommand(HistorySql.ReadNewest, connection);
        await using var answer = await question.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken);
        return await answer.ReadAsync(cancellationToken)
            ? new NewestRow(
                answer.GetValue(0) as string,
                answer.GetString(1),
                answer.GetString(2),
                new DateTimeOffset(answer.GetDateTime(3), TimeSpan.Zero),
                answer.GetString(4))
            : null;
    }
}
