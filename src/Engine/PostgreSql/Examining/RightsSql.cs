using System.Data;
using Drawbridge.Engine.Examining;
using Drawbridge.Manifests;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql.Examining;

/// <summary>Asks the catalog, which changes nothing.</summary>
internal static class RightsSql
{
    /// <summary>The user, why nothing can be written, what the history lacks, whether it may create databases.</summary>
    private const string Read = """
        WITH ours AS (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'drawbridge'),
        tables AS (SELECT oid FROM pg_catalog.pg_class
                   WHERE relnamespace = (SELECT oid FROM ours) AND relname IN ('history', 'releases'))
        SELECT current_user::text,
               CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'it is a standby'
                    WHEN pg_catalog.current_setting('transaction_read_only')::boolean
                    THEN 'its sessions are read-only by default' END,
               CASE WHEN (SELECT count(*) FROM tables) < 2
                    THEN CASE WHEN EXISTS (SELECT FROM ours WHERE NOT pg_catalog.has_schema_privilege(oid, 'CREATE'))
                              THEN 'it has no CREATE on the schema'
                              WHEN NOT EXISTS (SELECT FROM ours)
                                   AND NOT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')
                              THEN 'it has no CREATE on the database' END
                    WHEN NOT (SELECT pg_catalog.has_schema_privilege(oid, 'USAGE') FROM ours)
                    THEN 'it has no USAGE on the schema'
                    WHEN NOT (SELECT bool_and(pg_catalog.has_table_privilege(oid, 'SELECT')
                                              AND pg_catalog.has_table_privilege(oid, 'INSERT')
                                              AND pg_catalog.has_table_privilege(oid, 'UPDATE')) FROM tables)
                    THEN 'it has no SELECT, INSERT and UPDATE on its tables' END,
               (SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)
        """;

    /// <summary>Reads a row of <see cref="Read"/>.</summary>
    public static async Task<DatabaseRights> Ask(
        NpgsqlConnection connection, ResultServer server, CancellationToken cancellationToken)
    {
        await using var question = new NpgsqlCommand(Read, connection);
        await using var answer = await question.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken);
        await answer.ReadAsync(cancellationToken);
        return new DatabaseRights(answer.GetString(0), answer.GetValue(1) as string, answer.GetValue(2) as string, answer.GetBoolean(3))
        {
            Server = server,
        };
    }
}
