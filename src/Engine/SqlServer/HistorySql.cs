namespace Drawbridge.Engine.SqlServer;

/// <summary>
/// How the history is kept. Every name has its database and schema, because scripts change the database. A date is in
/// UTC.
/// </summary>
internal sealed class HistorySql(HistoryPlace place)
{
    /// <summary>Sixteen characters of a release id: when it was made.</summary>
    private const string TimeOfId = """
        SUBSTRING(id, PATINDEX(N'%[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]T[0-9][0-9][0-9][0-9][0-9][0-9]Z%', id), 16)
        """;

    /// <summary>What is said when a script has removed the row that tells of it.</summary>
    public const string RowIsGone = "Its row is no longer in drawbridge.history";

    private const string Now = "SYSUTCDATETIME()";

    private const string DemandRow = $"IF @@ROWCOUNT <> 1 THROW 50000, N'{RowIsGone}.', 1;";

    /// <summary>Where READ_COMMITTED_SNAPSHOT is on, nothing can be passed over but by who asks for locks.</summary>
    private const string PassingLocked = " WITH (READCOMMITTEDLOCK, READPAST)";

    private readonly string _database = SqlName.Quote(place.Database);

    private string Schema => $"{_database}.[drawbridge]";

    private string History => $"{Schema}.[history]";

    private string Releases => $"{Schema}.[releases]";

    /// <summary>Only the root database's own history needs it.</summary>
    public string CreateDatabase => $"""
        IF DB_ID({SqlName.Literal(place.Database)}) IS NULL CREATE DATABASE {_database};
        """;

    /// <summary>What is there stays as it is.</summary>
    public IReadOnlyList<string> Create => [CreateSchema, CreateHistory, CreateIndex, CreateReleases];

    private string CreateSchema => $"""
        IF NOT EXISTS (SELECT 1 FROM {_database}.sys.schemas WHERE name = N'drawbridge')
            EXEC {_database}.sys.sp_executesql N'CREATE SCHEMA [drawbridge]';
        """;

    private string CreateHistory => $"""
        IF OBJECT_ID({SqlName.Literal(History)}) IS NULL
        CREATE TABLE {History} (
            id              bigint         IDENTITY(1, 1) NOT NULL PRIMARY KEY,
            version         nvarchar(400),
            description     nvarchar(max)  NOT NULL,
            kind            nvarchar(20)   NOT NULL CHECK (kind IN (N'migration', N'repeatable', N'undo')),
            path            nvarchar(max)  NOT NULL,
            checksum        nvarchar(200)  NOT NULL,
            state           nvarchar(20)   NOT NULL CHECK (state IN (N'applied', N'started', N'undone', N'adopted')),
            statements      int            NOT NULL,
            statements_done int            NOT NULL,
            started_at      datetime2(3)   NOT NULL,
            finished_at     datetime2(3),
            duration_ms     bigint,
            release_id      nvarchar(200)  NOT NULL,
            commit_sha      nvarchar(200)  NOT NULL,
            actor           nvarchar(400),
            applied_by      nvarchar(256)  NOT NULL,
            tool_version    nvarchar(200)  NOT NULL,
            reason          nvarchar(max),
            adopted_from    nvarchar(max));
        """;

    private string CreateIndex => $"""
        IF NOT EXISTS (SELECT 1 FROM {_database}.sys.indexes WHERE name = N'history_one_live_row_per_version')
        CREATE UNIQUE INDEX history_one_live_row_per_version
            ON {History} (version) WHERE kind = N'migration' AND state <> N'undone';
        """;

    private string CreateReleases => $"""
        IF OBJECT_ID({SqlName.Literal(Releases)}) IS NULL
        CREATE TABLE {Releases} (
            id          nvarchar(200) NOT NULL PRIMARY KEY,
            mode        nvarchar(20)  NOT NULL,
            commit_sha  nvarchar(200) NOT NULL,
            outcome     nvarchar(20)  NOT NULL,
            error       nvarchar(max),
            finished_at datetime2(3)  NOT NULL);
        """;

    public string Exists => $"""
        SELECT CAST(CASE WHEN OBJECT_ID({SqlName.Literal(History)}) IS NULL OR OBJECT_ID({SqlName.Literal(Releases)}) IS NULL
            THEN 0 ELSE 1 END AS int);
        """;

    /// <summary>
    /// @p1: this release's id. What was taken back is no more, but for what this very release took back. Then the marks
    /// that have acted, where the newest row came from that was taken over, and the releases of the newest second: which
    /// of them is the newest, the ids themselves know.
    /// </summary>
    public string Read => ReadFrom("");

    /// <summary>The same without the lock: the row that a script is just writing is not waited for.</summary>
    public string Look => ReadFrom(PassingLocked);

    /// <summary>What was recorded last.</summary>
    public string ReadNewest => $"""
        SELECT TOP (1) version, path, state, COALESCE(finished_at, started_at), release_id
        FROM {History}{PassingLocked} ORDER BY COALESCE(finished_at, started_at) DESC, id DESC;
        """;

    /// <summary>Whether any row was ever written, or is just being.</summary>
    public string HasRows => $"""
        SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM {History} WITH (NOLOCK)) THEN 1 ELSE 0 END AS int);
        """;

    /// <summary>Whether there are tables or views at all but ours and the server's own.</summary>
    public static string HasTables => """
        SELECT CAST(CASE WHEN EXISTS (
            SELECT 1 FROM sys.objects AS objects JOIN sys.schemas AS schemas ON schemas.schema_id = objects.schema_id
            WHERE objects.type IN ('U', 'V') AND objects.is_ms_shipped = 0 AND schemas.name <> N'drawbridge'
                AND DB_NAME() NOT IN (N'master', N'tempdb', N'model', N'msdb')) THEN 1 ELSE 0 END AS int);
        """;

    /// <summary>
    /// @p1 version, @p2 description, @p3 kind, @p4 path, @p5 checksum, @p6 statements, @p7 release, @p8 commit, @p9 actor,
    /// @p10 tool; answers the row's id. Whoever reads it so, with no end, sees a script that was cut off.
    /// </summary>
    public string InsertBegun => Insert("NULL");

    /// <summary>The same of a script that runs step by step: before the first, where it stands is known.</summary>
    public string InsertStarted => Insert(Now);

    /// <summary>
    /// The same parameters and @p11 row: an earlier try goes on. One that had done nothing may have been corrected, so all
    /// that describes it is written again.
    /// </summary>
    public string Restart => $"""
        UPDATE {History} SET version = @p1, description = @p2, kind = @p3, path = @p4, checksum = @p5, statements = @p6,
            started_at = CASE WHEN statements_done = 0 THEN {Now} ELSE started_at END,
            release_id = @p7, commit_sha = @p8, actor = @p9, applied_by = ORIGINAL_LOGIN(), tool_version = @p10
        WHERE id = @p11;
        """;

    /// <summary>@p1 row, @p2 statements done.</summary>
    public string Advance => $"""
        UPDATE {History} SET statements_done = @p2, finished_at = {Now} WHERE id = @p1;
        {DemandRow}
        """;

    /// <summary>@p1 row: how what comes next ends is not known until it is noted.</summary>
    public string Venture => $"UPDATE {History} SET finished_at = NULL WHERE id = @p1; {DemandRow}";

    /// <summary>@p1 row: where the script stands is known.</summary>
    public string Halt => $"UPDATE {History} SET finished_at = {Now} WHERE id = @p1;";

    /// <summary>@p1 row: whether it says that the script was cut off.</summary>
    public string IsOpen => $"""
        SELECT CAST(CASE WHEN EXISTS (
            SELECT 1 FROM {History} WHERE id = @p1 AND state = N'started' AND finished_at IS NULL) THEN 1 ELSE 0 END AS int);
        """;

    /// <summary>@p1 row.</summary>
    public string Finish => $"""
        UPDATE {History} SET state = N'applied', finished_at = {Now}, duration_ms = DATEDIFF_BIG(MILLISECOND, started_at, {Now})
        WHERE id = @p1;
        {DemandRow}
        """;

    /// <summary>@p1 row of an undo script: its migration lives no more.</summary>
    public string FinishUndo => $"""
        UPDATE {History} SET state = N'undone', finished_at = {Now}, duration_ms = DATEDIFF_BIG(MILLISECOND, started_at, {Now})
        WHERE id = @p1;
        {DemandRow}
        UPDATE migration SET state = N'undone' FROM {History} AS migration
        JOIN {History} AS undo ON undo.id = @p1 AND undo.version = migration.version
        WHERE migration.kind = N'migration' AND migration.state <> N'undone';
        """;

    /// <summary>@p1 id, @p2 mode, @p3 commit, @p4 outcome, @p5 error as JSON.</summary>
    public string InsertRelease => $"""
        INSERT INTO {Releases} (id, mode, commit_sha, outcome, error, finished_at)
        SELECT @p1, @p2, @p3, @p4, @p5, {Now} WHERE NOT EXISTS (SELECT 1 FROM {Releases} WHERE id = @p1);
        """;

    private string InsertAdopted => $"""
        INSERT INTO {History} (version, description, kind, path, checksum, state, statements, statements_done, started_at,
            finished_at, release_id, commit_sha, actor, applied_by, tool_version, reason, adopted_from)
        VALUES (@p1, @p2, @p3, @p4, @p5, N'adopted', 0, 0, {Now}, {Now}, @p6, @p7, @p8, ORIGINAL_LOGIN(), @p9, @p10, @p11);
        """;

    private string MoveAdoption =>
        $"UPDATE {History} SET adopted_from = @p1 WHERE adopted_from IS NOT NULL AND adopted_from <> @p1;";

    private string Note => $"""
        UPDATE {History} SET path = @p2, checksum = @p3, reason = COALESCE(reason + NCHAR(10), N'') + @p4 WHERE id = @p1;
        """;

    private string MarkDone => $"UPDATE {History} SET state = N'applied', finished_at = {Now} WHERE id = @p1;";

    private string BeginAgain => $"UPDATE {History} SET statements_done = 0, finished_at = {Now} WHERE id = @p1;";

    /// <summary>What changes the tables like that, with its parameters in its order.</summary>
    public string Of(SettledChange change) => change switch
    {
        SettledChange.InsertAdopted => InsertAdopted,
        SettledChange.MoveAdoption => MoveAdoption,
        SettledChange.Note => Note,
        SettledChange.BeginAgain => BeginAgain,
        SettledChange.FinishUndo => FinishUndo,
        _ => MarkDone,
    };

    private string ReadFrom(string hint) => $"""
        SELECT id, version, kind, path, checksum, state, statements_done,
            CAST(CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END AS bit), release_id
        FROM {History}{hint} WHERE state <> N'undone' OR (kind = N'undo' AND release_id = @p1) ORDER BY id;

        SELECT kind, version, path, reason FROM {History}{hint} WHERE reason IS NOT NULL ORDER BY id;

        SELECT TOP (1) adopted_from FROM {History}{hint} WHERE adopted_from IS NOT NULL ORDER BY id DESC;

        SELECT id, outcome, error FROM {Releases}{hint}
        WHERE id = @p1 OR (@p1 <> N'' AND {TimeOfId} COLLATE Latin1_General_BIN2 = (
            SELECT MAX({TimeOfId} COLLATE Latin1_General_BIN2) FROM {Releases}{hint}
            WHERE PATINDEX(N'%[0-9]T[0-9]%Z%', id) > 0));
        """;

    private string Insert(string finishedAt) => $"""
        INSERT INTO {History} (version, description, kind, path, checksum, state, statements, statements_done, started_at,
            finished_at, release_id, commit_sha, actor, applied_by, tool_version)
        OUTPUT inserted.id
        VALUES (@p1, @p2, @p3, @p4, @p5, N'started', @p6, 0, {Now}, {finishedAt}, @p7, @p8, @p9, ORIGINAL_LOGIN(), @p10);
        """;
}
