using Drawbridge.Engine.Examining;
using Drawbridge.Manifests;

namespace Drawbridge.Engine.SqlServer.Examining;

/// <summary>Asks what a login may do, which changes nothing.</summary>
internal static class RightsSql
{
    private const string OwnTables = """
        CASE WHEN OBJECT_ID(N'drawbridge.history') IS NULL OR OBJECT_ID(N'drawbridge.releases') IS NULL
             THEN CASE WHEN HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'CREATE TABLE') = 0 THEN N'it has no CREATE TABLE'
                       WHEN SCHEMA_ID(N'drawbridge') IS NULL
                            AND HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'CREATE SCHEMA') = 0 THEN N'it has no CREATE SCHEMA'
                       WHEN SCHEMA_ID(N'drawbridge') IS NOT NULL
                            AND HAS_PERMS_BY_NAME(N'drawbridge', N'SCHEMA', N'ALTER') = 0 THEN N'it has no ALTER on the schema' END
             WHEN HAS_PERMS_BY_NAME(N'drawbridge', N'SCHEMA', N'SELECT') = 0
                  OR HAS_PERMS_BY_NAME(N'drawbridge', N'SCHEMA', N'INSERT') = 0
                  OR HAS_PERMS_BY_NAME(N'drawbridge', N'SCHEMA', N'UPDATE') = 0
             THEN N'it has no SELECT, INSERT and UPDATE on its tables' END
        """;

    private const string RootTables = """
        CASE WHEN DB_ID(N'drawbridge') IS NULL AND HAS_PERMS_BY_NAME(NULL, NULL, N'CREATE ANY DATABASE') = 0
             THEN N'the history of master lives in a database of its own, and it has no CREATE ANY DATABASE'
             WHEN DB_ID(N'drawbridge') IS NOT NULL AND COALESCE(HAS_DBACCESS(N'drawbridge'), 0) = 0
             THEN N'it may not enter the database' END
        """;

    /// <summary>
    /// The user, why nothing can be written, what the history lacks, whether it may create databases.
    /// </summary>
    public static string Read(bool isRoot) => $"""
        SELECT SUSER_SNAME(),
            CASE WHEN CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS nvarchar(20)) <> N'READ_WRITE'
                 THEN N'database ' + DB_NAME() + N' is read-only' END,
            {(isRoot ? RootTables : OwnTables)},
            CAST(HAS_PERMS_BY_NAME(NULL, NULL, N'CREATE ANY DATABASE') AS int);
        """;

    /// <summary>Asks in the database to which the connection leads.</summary>
    public static Task<DatabaseRights> Ask(
        SqlChannel channel, HistoryPlace place, ResultServer server, CancellationToken cancellationToken) => channel.Ask(
        new SqlRequest(Read(!SqlName.IsSame(place.Database, channel.Database))),
        async reader =>
        {
            await reader.ReadAsync(cancellationToken);
            return new DatabaseRights(
                reader.GetValue(0) as string ?? "",
                reader.GetValue(1) as string,
                reader.GetValue(2) as string,
                reader.GetValue(3) is 1)
            {
                Server = server,
            };
        },
        cancellationToken);
}
