using System.Data;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// A session advisory lock on the connection that runs the scripts. PostgreSQL keeps such locks per database, so one
/// key serves all.
/// </summary>
internal static class AdvisoryLock
{
    /// <summary>The bytes of 'Drawbrid' as a number.</summary>
    public const long Key = 4932111707304782180;

    /// <summary>
    /// Fails with SQLSTATE 22012 (division by zero) unless this session holds the lock, and must be asked in a
    /// transaction. That takes the lock for itself, too; then the session lets go of it, which only succeeds where it
    /// held it, and takes it again. What a session holds it counts by itself, so nothing is shared with anyone, and the
    /// transaction's hold leaves no moment at which another could come in between.
    /// </summary>
    public const string AssertHeld = $"SELECT 1 / CASE WHEN {LetGo} THEN {TakeAgain}::integer ELSE 0 END";

    /// <summary>
    /// Lets go of the locks that scripts took for their session, and never of ours: the transaction that this runs in
    /// holds it meanwhile. One that was lost stays lost, so that the next assertion finds it out.
    /// </summary>
    public const string ReleaseOthers = $"""
        SELECT CASE WHEN {LetGo}
            THEN CASE WHEN pg_catalog.pg_advisory_unlock_all() IS NOT NULL THEN {TakeAgain} END
            ELSE pg_catalog.pg_advisory_unlock_all() IS NULL
        END
        """;

    private const string OurKey = "4932111707304782180";

    private const string LetGo = $"""
        CASE WHEN pg_catalog.pg_try_advisory_xact_lock({OurKey})
            THEN pg_catalog.pg_advisory_unlock({OurKey}) ELSE false END
        """;

    private const string TakeAgain = $"pg_catalog.pg_try_advisory_lock({OurKey})";

    /// <summary>Null on a server that nothing can be written to.</summary>
    private const string TryTake = """
        SELECT CASE WHEN pg_catalog.current_setting('transaction_read_only') = 'off' THEN pg_catalog.pg_try_advisory_lock($1) END
        """;

    /// <summary>A key that was given as one number.</summary>
    private const string Whole = "classid::bigint << 32 | objid::bigint";

    private const string IsHere = """
        locktype = 'advisory' AND objsubid = 1
        AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
        """;

    private const string Holder = $"""
        SELECT lock.pid, coalesce(activity.application_name, ''), coalesce(activity.backend_start, pg_catalog.now())
        FROM (SELECT pid FROM pg_catalog.pg_locks WHERE {IsHere} AND ({Whole}) = $1 AND granted) AS lock
        LEFT JOIN pg_catalog.pg_stat_activity AS activity ON activity.pid = lock.pid
        """;

    /// <summary>Null when taken, else who holds it.</summary>
    /// <exception cref="DrawbridgeException">The server takes no changes.</exception>
    public static async Task<LockHolder?> TryAcquire(
        NpgsqlConnection connection, long key, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var attempt = new NpgsqlCommand(TryTake, connection) { Parameters = { new NpgsqlParameter { Value = key } } };
            var answer = await attempt.ExecuteScalarAsync(cancellationToken);
            if (answer is DBNull)
            {
                throw new DrawbridgeException(new DatabaseReadOnly($"{connection.Host}:{connection.Port}", "its transactions are read-only"));
            }

            if (answer is true)
            {
                return null;
            }

            if (await FindHolder(connection, key, cancellationToken) is { } holder)
            {
                return holder;
            }
        }
    }

    /// <summary>Who holds it; null for nobody.</summary>
    public static async Task<LockHolder?> FindHolder(NpgsqlConnection connection, long key, CancellationToken cancellationToken)
    {
        await using var question = new NpgsqlCommand(Holder, connection) { Parameters = { new NpgsqlParameter { Value = key } } };
        await using var answer = await question.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken);
        return await answer.ReadAsync(cancellationToken)
            ? new LockHolder(answer.GetInt32(0), answer.GetString(1), new DateTimeOffset(answer.GetDateTime(2), TimeSpan.Zero))
            : null;
    }
}
