namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// Where a script's session stands between two of its batches, as far as history must leave it for a moment: in which
/// database, and with which settings that an index with a condition does not bear.
/// </summary>
internal sealed record SessionStand(string Database, IReadOnlyList<string> Off, bool RoundAborts)
{
    /// <summary>Asks for it.</summary>
    public static Task<SessionStand> Take(SqlChannel channel, CancellationToken cancellationToken) => channel.Ask(
        new SqlRequest(SessionSql.Options),
        async reader => await reader.ReadAsync(cancellationToken)
            ? new SessionStand(
                channel.Database,
                [.. SessionSql.NeededOn.Where((_, index) => reader.GetInt32(index) == 0)],
                reader.GetInt32(SessionSql.NeededOn.Count) == 1)
            : new SessionStand(channel.Database, [], RoundAborts: false),
        cancellationToken);

    /// <summary>The way back.</summary>
    public string Sql => string.Join('\n', Commands());

    /// <summary>Goes back to it.</summary>
    public Task Return(SqlChannel channel, CancellationToken cancellationToken) =>
        Off is [] && !RoundAborts && SqlName.IsSame(channel.Database, Database)
            ? Task.CompletedTask
            : channel.Send(Sql, cancellationToken);

    private IEnumerable<string> Commands()
    {
        yield return SessionSql.Use(Database);
        if (Off is not [])
        {
            yield return $"SET {string.Join(", ", Off)} OFF;";
        }

        if (RoundAborts)
        {
            yield return "SET NUMERIC_ROUNDABORT ON;";
        }
    }
}
