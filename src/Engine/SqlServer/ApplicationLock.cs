using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// An application lock of the session that runs the scripts. SQL Server keeps such locks per database, so one name
/// serves all.
/// </summary>
internal static class ApplicationLock
{
    /// <summary>
    /// Null on a database that nothing can be written to, else what sp_getapplock returns: 0 and 1 when it is taken.
    /// </summary>
    public const string TryTake = """
        DECLARE @result int;
        IF CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS nvarchar(20)) = N'READ_WRITE'
            EXEC @result = sys.sp_getapplock @Resource = N'drawbridge', @LockMode = 'Exclusive', @LockOwner = 'Session',
                @LockTimeout = 0, @DbPrincipal = N'public';
        SELECT @result;
        """;

    /// <summary>In the database of the lock: whether this session has it.</summary>
    public const string IsHeld = """
        SELECT CAST(CASE WHEN APPLOCK_MODE(N'public', N'drawbridge', 'Session') = N'Exclusive' THEN 1 ELSE 0 END AS int);
        """;

    /// <summary>
    /// Session, program, and since when in UTC. The lock's name stands there behind the principal's number, which is 0: in
    /// brackets, of which the documentation says nothing.
    /// </summary>
    public const string Holder = """
        SELECT TOP (1) CAST(locks.request_session_id AS int), COALESCE(sessions.program_name, N''),
            COALESCE(DATEADD(SECOND, DATEDIFF(SECOND, SYSDATETIME(), SYSUTCDATETIME()), sessions.login_time), SYSUTCDATETIME())
        FROM sys.dm_tran_locks AS locks
        LEFT JOIN sys.dm_exec_sessions AS sessions ON sessions.session_id = locks.request_session_id
        WHERE locks.resource_type = N'APPLICATION' AND locks.resource_database_id = DB_ID()
            AND locks.request_status = N'GRANT' AND (locks.resource_description LIKE N'0:![drawbridge!]:%' ESCAPE N'!'
                OR locks.resource_description LIKE N'0:drawbridge:%');
        """;

    /// <summary>In the database of the lock: whether nobody has it, which everyone may ask.</summary>
    public const string Free = "SELECT CAST(APPLOCK_TEST(N'public', N'drawbridge', 'Exclusive', 'Session') AS int);";

    /// <summary>What a login hears that lacks VIEW SERVER STATE, or what it is called elsewhere.</summary>
    private static readonly int[] MayNotSee = [262, 297, 300, 371];

    /// <summary>Null when taken, else who holds it.</summary>
    /// <exception cref="DrawbridgeException">The database takes no changes, or the server does not give such locks.</exception>
    public static async Task<LockHolder?> TryAcquire(SqlChannel channel, string server, CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await channel.AskOne(new SqlRequest(TryTake), cancellationToken);
            switch (answer)
            {
                case 0 or 1:
                    return null;
                case -999:
                    throw new DrawbridgeException(new HistoryUnusable(channel.Database, "sp_getapplock refuses its parameters"));
                case int when await FindHolder(channel, cancellationToken) is { } holder:
                    return holder;
                case int:
                    break;
                default:
                    throw new DrawbridgeException(new DatabaseReadOnly(server, $"database '{channel.Database}' is read-only"));
            }
        }
    }

    /// <summary>Who holds it; null for nobody.</summary>
    public static async Task<LockHolder?> FindHolder(SqlChannel channel, CancellationToken cancellationToken) =>
        await SeeHolder(channel, cancellationToken) ?? (await IsFree(channel, cancellationToken) ? null : LockWait.Unseen);

    /// <summary>Null when nobody is seen, which does not mean that there is nobody.</summary>
    private static async Task<LockHolder?> SeeHolder(SqlChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.Ask(
                new SqlRequest(Holder),
                async reader => await reader.ReadAsync(cancellationToken)
                    ? new LockHolder(reader.GetInt32(0), reader.GetString(1), new DateTimeOffset(reader.GetDateTime(2), TimeSpan.Zero))
                    : null,
                cancellationToken);
        }
        catch (RefusalException refusal) when (MayNotSee.Contains(refusal.Error.Number))
        {
            return null;
        }
    }

    private static async Task<bool> IsFree(SqlChannel channel, CancellationToken cancellationToken) =>
        await channel.AskOne(new SqlRequest(Free), cancellationToken) is 1;
}
