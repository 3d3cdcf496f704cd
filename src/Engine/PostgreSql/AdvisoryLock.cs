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

    /// <summary>Fails with SQLSTATE 22012 (division by zero) unless this session holds the lock.</summary>
    public const string AssertHeld = $"""
        SELECT 1 / (SELECT pg_catalog.count(*) FROM pg_catalog.pg_locks
                    WHERE {IsOurs} AND granted AND pid = pg_catalog.pg_backend_pid())
        """;

    /// <summary>
    /// Lets go of the locks that scripts took for their session, each as often as it was taken, and never of ours. The
    /// server warns once for each, where it finds that nothing is left of it.
    /// </summary>
    public const string ReleaseOthers = $"""
        WITH RECURSIVE lock AS (
            SELECT classid, objid, objsubid, mode, true AS was_held FROM pg_catalog.pg_locks
            WHERE locktype = 'advisory' AND granted AND pid = pg_catalog.pg_backend_pid() AND NOT ({IsOurs})
            UNION ALL
            SELECT classid, objid, objsubid, mode, CASE
                WHEN objsubid = 1 AND mode = 'ShareLock' THEN pg_catalog.pg_advisory_unlock_shared({Whole})
                WHEN objsubid = 1 THEN pg_catalog.pg_advisory_unlock({Whole})
                WHEN mode = 'ShareLock' THEN pg_catalog.pg_advisory_unlock_shared(classid::integer, objid::integer)
                ELSE pg_catalog.pg_advisory_unlock(classid::integer, objid::integer)
            END
            FROM lock WHERE was_held)
        SELECT pg_catalog.count(*) FROM lock
        """;

    /// <summary>What pg_locks shows as classid and objid.</summary>
    private const string OurKey = "4932111707304782180";

    /// <summary>Null on a server that nothing can be written to.</summary>
    private const string TryTake = """
        SELECT CASE WHEN pg_catalog.current_setting('transaction_read_only') = 'off' THEN pg_catalog.pg_try_advisory_lock($1) END
        """;

    /// <summary>A key that was given as one number.</summary>
    private const string Whole = "classid::bigint << 32 | objid::bigint";

    private const string IsOurs = $"{IsHere} AND ({Whole}) = {OurKey}";

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
