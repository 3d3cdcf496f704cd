namespace Drawbridge.Engine.PostgreSql;

/// <summary>What a session says to the server besides the scripts and the history.</summary>
internal static class SessionSql
{
    /// <summary>
    /// So that the server notices a dead client soon, however it died; a server that does not know one of them goes
    /// without it. Measured: without the keep-alives a silent death held the lock past 45 s, with them 10 s. And strings
    /// mean what the reader of scripts took them for, whatever the login's or the database's own settings say. What the
    /// server knows is asked one by one: pg_settings makes hundreds of rows for six, and this goes along with each script.
    /// </summary>
    public const string Settings = """
        SELECT pg_catalog.set_config(name, value, false)
        FROM (VALUES ('client_connection_check_interval', '2s'), ('tcp_keepalives_idle', '5'),
                     ('tcp_keepalives_interval', '2'), ('tcp_keepalives_count', '3'), ('tcp_user_timeout', '10s'),
                     ('standard_conforming_strings', 'on')) AS wanted (name, value)
        WHERE pg_catalog.current_setting(name, true) IS NOT NULL
        """;

    public const string Begin = "BEGIN";

    /// <summary>One view of the database, and no right to change it.</summary>
    public const string BeginReading = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    public const string Commit = "COMMIT";

    public const string Rollback = "ROLLBACK";

    /// <summary>The process at the other end: not the one of the handshake when a pooler stands in between.</summary>
    public const string BackendProcess = "SELECT pg_catalog.pg_backend_pid()";

    /// <summary>Whatever a script left behind is undone: every script meets a fresh session.</summary>
    public static IReadOnlyList<string> Refresh { get; } =
    [
        "RESET SESSION AUTHORIZATION",
        "RESET ROLE",
        "RESET ALL",
        "CLOSE ALL",
        "UNLISTEN *",
        "DEALLOCATE ALL",
        "DISCARD TEMP",
        AdvisoryLock.ReleaseOthers,
        Settings,
    ];

    /// <summary>What a script may have deferred is checked while its transaction can still fail as a whole.</summary>
    public const string CheckConstraints = "SET CONSTRAINTS ALL IMMEDIATE";

    /// <summary>The history is written as the login, whatever role the script took.</summary>
    public static IReadOnlyList<string> BecomeLogin { get; } =
    [
        "SET LOCAL SESSION AUTHORIZATION DEFAULT",
        "SET LOCAL ROLE NONE",
    ];
}
