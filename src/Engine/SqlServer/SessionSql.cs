namespace Drawbridge.Engine.SqlServer;

/// <summary>What a session says to the server besides the scripts and the history.</summary>
internal static class SessionSql
{
    /// <summary>
    /// The settings with which every script begins, those of SQL Server's own tools; an error ends a script's transaction.
    /// All of them again after each script.
    /// </summary>
    public const string Settings = """
        SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
        SET NUMERIC_ROUNDABORT OFF;
        SET ANSI_NULL_DFLT_ON ON;
        SET CURSOR_CLOSE_ON_COMMIT OFF;
        SET NOCOUNT OFF;
        SET FORCEPLAN OFF;
        SET ROWCOUNT 0;
        SET TEXTSIZE 2147483647;
        SET DEADLOCK_PRIORITY NORMAL;
        SET CONTEXT_INFO 0x;
        SET STATISTICS IO, TIME OFF;
        SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
        SET XACT_ABORT ON;
        """;

    /// <summary>Who is at work, in which language, and on what.</summary>
    public const string Beginning = """
        SELECT SUSER_SNAME(), USER_NAME(), @@LANGUAGE, CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128));
        """;

    /// <summary>
    /// Behind BEGIN TRANSACTION, so that a script which ends the run's transaction finds itself in another one and not in
    /// none: what it does after that can be taken back.
    /// </summary>
    public const string Begin = """
        BEGIN TRANSACTION;
        SET IMPLICIT_TRANSACTIONS ON;
        SELECT CURRENT_TRANSACTION_ID();
        """;

    /// <summary>How the transaction stands: how deep, whether it can be committed, which one it is.</summary>
    public const string Transaction = """
        SELECT CAST(@@TRANCOUNT AS int), CAST(XACT_STATE() AS int), CURRENT_TRANSACTION_ID();
        """;

    public const string Commit = """
        COMMIT TRANSACTION;
        SET IMPLICIT_TRANSACTIONS OFF;
        """;

    public const string Rollback = """
        IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
        SET IMPLICIT_TRANSACTIONS OFF;
        """;

    /// <summary>
    /// Temporary tables are called there as in the script, filled up with underscores, and with a number behind; only the
    /// session's own are found by that name.
    /// </summary>
    public const string DropTemporary = """
        DECLARE @drop nvarchar(max) = N'';
        SELECT @drop = @drop + N'DROP TABLE ' + QUOTENAME(short.name) + N';'
        FROM (
            SELECT object_id, LEFT(name, 117 - PATINDEX(N'%[^_]%', REVERSE(LEFT(name, 116)))) AS name
            FROM tempdb.sys.tables WHERE name LIKE N'#%' AND name NOT LIKE N'##%' AND LEN(name) = 128) AS short
        WHERE OBJECT_ID(N'tempdb..' + QUOTENAME(short.name)) = short.object_id;
        EXEC sys.sp_executesql @drop;
        """;

    /// <summary>
    /// What history needs to be written, whatever a script has set: its index counts only rows that live.
    /// </summary>
    public static IReadOnlyList<string> NeededOn { get; } =
        ["ANSI_NULLS", "ANSI_PADDING", "ANSI_WARNINGS", "ARITHABORT", "CONCAT_NULL_YIELDS_NULL", "QUOTED_IDENTIFIER"];

    /// <summary>Which of <see cref="NeededOn"/> are on, and whether NUMERIC_ROUNDABORT is.</summary>
    public const string Options = """
        SELECT CAST(SESSIONPROPERTY('ANSI_NULLS') AS int), CAST(SESSIONPROPERTY('ANSI_PADDING') AS int),
            CAST(SESSIONPROPERTY('ANSI_WARNINGS') AS int), CAST(SESSIONPROPERTY('ARITHABORT') AS int),
            CAST(SESSIONPROPERTY('CONCAT_NULL_YIELDS_NULL') AS int), CAST(SESSIONPROPERTY('QUOTED_IDENTIFIER') AS int),
            CAST(SESSIONPROPERTY('NUMERIC_ROUNDABORT') AS int);
        """;

    /// <summary>Milliseconds; -1 waits for ever.</summary>
    public static string LockTimeOut(TimeSpan time) =>
        $"SET LOCK_TIMEOUT {(time == TimeSpan.Zero ? -1 : (long)time.TotalMilliseconds)};";

    /// <summary>Goes into a database.</summary>
    public static string Use(string database) => $"USE {SqlName.Quote(database)};";

    /// <summary>Gives back what EXECUTE AS took, as long as that changes something.</summary>
    public static string BecomeLogin(string login, string user) => $"""
        DECLARE @tries int = 32;
        WHILE @tries > 0 AND (SUSER_SNAME() <> {SqlName.Literal(login)} OR USER_NAME() <> {SqlName.Literal(user)})
        BEGIN
            REVERT;
            SET @tries = @tries - 1;
        END;
        """;

    /// <summary>The language, and with it how dates are written and which day a week begins with.</summary>
    public static string Language(string language) => $"SET LANGUAGE {SqlName.Literal(language)};";
}
