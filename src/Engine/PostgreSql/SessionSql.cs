namespace Drawbridge.Engine.PostgreSql;

/// <summary>What a session says to the server besides the scripts and the history.</summary>
internal static class SessionSql
{
    private const int LooksAfterItsClient = 14;

    /// <summary>
    /// So that the server notices a dead client soon, however it died, as options of the connection: that is where a
    /// script's RESET goes back to. Measured: without the keep-alives a silent death held the lock past 45 s, with them
    /// 10 s. And strings mean what the reader of scripts took them for, whatever the login's or the database's own
    /// settings say.
    /// </summary>
    public const string Options =
        "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=10s "
        + "-c standard_conforming_strings=on";

    public const string Begin = "BEGIN";

    /// <summary>One view of the database, and no right to change it.</summary>
    public const string BeginReading = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    public const string Commit = "COMMIT";

    public const string Rollback = "ROLLBACK";

    /// <summary>The process at the other end: not the one of the handshake when a pooler stands in between.</summary>
    public const string BackendProcess = "SELECT pg_catalog.pg_backend_pid()";

    /// <summary>Whatever a script left behind is undone: every script meets a fresh session.</summary>
    public static IReadOnlyList<string> Refresh(Version server) =>
    [
        "RESET SESSION AUTHORIZATION",
        "RESET ROLE",
        "RESET ALL",
        "CLOSE ALL",
        "UNLISTEN *",
        "DEALLOCATE ALL",
        "DISCARD TEMP",
        AdvisoryLock.ReleaseOthers,
        .. Settings(server),
    ];

    /// <summary>Our setting that not every server takes as an option: 13 would refuse the connection.</summary>
    public static IReadOnlyList<string> Settings(Version server) =>
        server.Major < LooksAfterItsClient ? [] : ["SET client_connection_check_interval = '2s'"];

    /// <summary>What a script may have deferred is checked while its transaction can still fail as a whole.</summary>
    public const string CheckConstraints = "SET CONSTRAINTS ALL IMMEDIATE";

    /// <summary>The history is written as the login, whatever role the script took.</summary>
    public static IReadOnlyList<string> BecomeLogin { get; } =
    [
        "SET LOCAL SESSION AUTHORIZATION DEFAULT",
        "SET LOCAL ROLE NONE",
    ];
}
