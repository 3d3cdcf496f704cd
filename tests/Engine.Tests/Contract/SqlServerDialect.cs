namespace Drawbridge.Engine.Tests.Contract;

internal sealed class SqlServerDialect : Dialect
{
    public override string Engine => "sqlserver";

    public override string Then => "\nGO\n";

    public override string OtherToolsTable => "CREATE TABLE schema_migrations (version bigint PRIMARY KEY NOT NULL, dirty bit NOT NULL)";

    public override string Litter => """
        CREATE TABLE #litter (id int);
        DECLARE litter CURSOR FOR SELECT 1;
        SET LOCK_TIMEOUT 1;
        SET ANSI_WARNINGS OFF;
        USE tempdb;
        """;

    public override string ReleaseLock => "EXEC(N'EXEC sp_release' + N'applock @Resource = N''drawbridge'', @LockOwner = ''Session''')";

    public override string EndRuns => """
        DECLARE @kill nvarchar(max) = N'';
        SELECT @kill = @kill + N'KILL ' + CAST(session_id AS nvarchar(10)) + N';' FROM sys.dm_exec_sessions
        WHERE program_name LIKE N'drawbridge %' AND database_id = DB_ID();
        EXEC (@kill);
        """;

    public override string CountSleepers => """
        SELECT CAST(COUNT(*) AS nvarchar(10)) FROM sys.dm_exec_requests
        WHERE database_id = DB_ID() AND wait_type = N'WAITFOR'
        """;

    public override string View(string name, string value) => $"CREATE OR ALTER VIEW {name} AS SELECT '{value}' AS v";

    public override string Sleep(double seconds) => $"WAITFOR DELAY '{TimeSpan.FromSeconds(seconds):hh\\:mm\\:ss\\.fff}'";

    public override string Hold(string sql, double seconds) => $"BEGIN TRANSACTION; {sql}; {Sleep(seconds)}; COMMIT";

    public override string CommitAndSleep(double seconds) => $"RECONFIGURE;\n{Sleep(seconds)}";

    public override string Hidden(string command) => $"EXEC(N'{command}')";

    public override string IsThere(string table) => $"SELECT CASE WHEN OBJECT_ID(N'{table}') IS NULL THEN 'no' ELSE 'yes' END";

    public override string LeftRow(string version, string path, string checksum) => $"""
        INSERT INTO drawbridge.history (version, description, kind, path, checksum, state, statements, statements_done, started_at,
            release_id, commit_sha, applied_by, tool_version)
        VALUES (N'{version}', N'', N'migration', N'{path}', N'{checksum}', N'started', 2, 0, SYSUTCDATETIME(), N'x', N'x', N'x', N'x')
        """;
}
