using System.Data.Common;
using Drawbridge.Engine.SqlServer.Donors;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine.SqlServer;

/// <summary>Reads what a database knows of its migrations, and makes the tables when it knows nothing yet.</summary>
internal sealed class HistoryTables(SqlChannel channel, string database, HistoryPlace place)
{
    /// <summary>What a login hears that may not do something, here or in another database.</summary>
    private static readonly int[] Denials = [229, 230, 262, 297, 300, 371, 916, 2557, 2760, 4929, 15247];

    private readonly HistorySql _sql = new(place);

    /// <summary>Everything, made on first use.</summary>
    public Task<DatabaseHistory> Read(ReleaseId release, CancellationToken cancellationToken) => Allowed(async () =>
    {
        if (!await Is(_sql.Exists, cancellationToken))
        {
            await Create(cancellationToken);
        }

        return await ReadTables(new SqlRequest(_sql.Read, release.Text), release, cancellationToken);
    });

    /// <summary>The same without the right to create anything, and without a word about releases.</summary>
    public Task<DatabaseHistory> Look(CancellationToken cancellationToken) => Allowed(async () =>
        await Is(_sql.Exists, cancellationToken)
            ? await ReadTables(new SqlRequest(_sql.Look, ""), release: null, cancellationToken)
            : await FromBefore(new DatabaseHistory([], Finished: null, Newest: null), cancellationToken));

    /// <summary>What was recorded last; null for nothing.</summary>
    public Task<NewestRow?> Newest(CancellationToken cancellationToken) => channel.Ask(
        new SqlRequest(_sql.ReadNewest),
        async reader => await reader.ReadAsync(cancellationToken) ? NewestOf(reader) : null,
        cancellationToken);

    private static NewestRow NewestOf(DbDataReader row) => new(
        row.GetValue(0) as string,
        row.GetString(1),
        row.GetString(2),
        new DateTimeOffset(row.GetDateTime(3), TimeSpan.Zero),
        row.GetString(4));

    private async Task Create(CancellationToken cancellationToken)
    {
        if (!SqlName.IsSame(place.Database, channel.Database))
        {
            await channel.Send(_sql.CreateDatabase, cancellationToken);
        }

        foreach (var command in _sql.Create)
        {
            await channel.Send(command, cancellationToken);
        }
    }

    private async Task<DatabaseHistory> ReadTables(
        SqlRequest request, ReleaseId? release, CancellationToken cancellationToken)
    {
        var history = await channel.Ask(
            request,
            reader => new HistoryReader(reader, database).Read(release, cancellationToken),
            cancellationToken);
        if (history.AdoptedFrom is not null)
        {
            return history with { Foreign = await new ForeignTables(channel).Find(cancellationToken) };
        }

        return history.Rows.Count > 0 || await Is(_sql.HasRows, cancellationToken)
            ? history
            : await FromBefore(history, cancellationToken);
    }

    /// <summary>What was there before the first row.</summary>
    private async Task<DatabaseHistory> FromBefore(DatabaseHistory history, CancellationToken cancellationToken) => history with
    {
        Foreign = await new ForeignTables(channel).Find(cancellationToken),
        IsFromBefore = await Is(HistorySql.HasTables, cancellationToken),
    };

    private async Task<bool> Is(string question, CancellationToken cancellationToken) =>
        await channel.AskOne(new SqlRequest(question), cancellationToken) is 1;

    private async Task<T> Allowed<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RefusalException denied) when (!denied.IsCancelled && Denials.Contains(denied.Error.Number))
        {
            throw new DrawbridgeException(new PrivilegeMissing(place.Database, denied.Message.TrimEnd('.')), denied);
        }
    }
}
