namespace Drawbridge.Engine.PostgreSql;

/// <summary>
/// The two tables in the schema <c>drawbridge</c>. Every name is qualified, because a script may have emptied
/// <c>search_path</c>; rows are never deleted.
/// </summary>
internal static class HistorySql
{
    public static IReadOnlyList<string> Create { get; } =
    [
        // IF NOT EXISTS would demand the right to create schemas even where the schema is there.
        """
        DO $$ BEGIN
            IF pg_catalog.to_regnamespace('drawbridge') IS NULL THEN CREATE SCHEMA drawbridge; END IF;
        END $$
        """,
        """
        CREATE TABLE IF NOT EXISTS drawbridge.history (
            id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            version         text,
            description     text        NOT NULL,
            kind            text        NOT NULL CHECK (kind IN ('migration', 'repeatable', 'undo')),
            path            text        NOT NULL,
            checksum        text        NOT NULL,
            state           text        NOT NULL CHECK (state IN ('applied', 'started', 'undone', 'adopted')),
            statements      integer     NOT NULL,
            statements_done integer     NOT NULL,
            started_at      timestamptz NOT NULL,
            finished_at     timestamptz,
            duration_ms     bigint,
            release_id      text        NOT NULL,
            commit_sha      text        NOT NULL,
            actor           text,
            applied_by      text        NOT NULL,
            tool_version    text        NOT NULL,
            reason          text,
            adopted_from    text)
        """,
        """
        CREATE UNIQUE INDEX IF NOT EXISTS history_one_live_row_per_version
            ON drawbridge.history (version) WHERE kind = 'migration' AND state <> 'undone'
        """,
        """
        CREATE TABLE IF NOT EXISTS drawbridge.releases (
            id          text        PRIMARY KEY,
            mode        text        NOT NULL,
            commit_sha  text        NOT NULL,
            outcome     text        NOT NULL,
            error       text,
            finished_at timestamptz NOT NULL)
        """,
    ];

    /// <summary>$1: this release's id. What was taken back is no more, but for what this very release took back.</summary>
    public const string ReadRows = """
        SELECT id, version, kind, path, checksum, state, statements_done, finished_at IS NOT NULL, release_id
        FROM drawbridge.history WHERE state <> 'undone' OR (kind = 'undo' AND release_id = $1) ORDER BY id
        """;

    public const string Exists = "SELECT pg_catalog.to_regclass('drawbridge.history') IS NOT NULL";

    /// <summary>The marks that have acted; a script that was marked several times has a line for each.</summary>
    public const string ReadMarks = "SELECT kind, version, path, reason FROM drawbridge.history WHERE reason IS NOT NULL";

    /// <summary>Where the newest row came from that was taken over.</summary>
    public const string ReadAdoptedFrom =
        "SELECT adopted_from FROM drawbridge.history WHERE adopted_from IS NOT NULL ORDER BY id DESC LIMIT 1";

    /// <summary>What was recorded last.</summary>
    public const string ReadNewest = """
        SELECT version, path, state, coalesce(finished_at, started_at), release_id
        FROM drawbridge.history ORDER BY coalesce(finished_at, started_at) DESC, id DESC LIMIT 1
        """;

    /// <summary>$1: this release's id. All of the newest second: which of them is the newest, the ids themselves know.</summary>
    public const string ReadReleases = $"""
        SELECT id, outcome, error FROM drawbridge.releases
        WHERE id = $1 OR {TimeOfId} = (SELECT pg_catalog.max({TimeOfId} COLLATE "C") FROM drawbridge.releases)
        """;

    private const string TimeOfId = "pg_catalog.substring(id, '[0-9]{8}T[0-9]{6}Z')";

    /// <summary>$1 is not looked at: a plan is no release.</summary>
    public const string ReadNoReleases = "SELECT $1::text, NULL, NULL WHERE false";

    /// <summary>Whether there are tables at all but those of extensions.</summary>
    public const string HasTables = """
        SELECT EXISTS (
            SELECT FROM pg_catalog.pg_class AS class JOIN pg_catalog.pg_namespace AS schema ON schema.oid = class.relnamespace
            WHERE class.relkind IN ('r', 'p', 'v', 'm', 'f') AND schema.nspname !~ '^pg_'
                AND schema.nspname NOT IN ('information_schema', 'drawbridge')
                AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_depend
                    WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = class.oid AND deptype = 'e'))
        """;

    /// <summary>Whether any row was ever written.</summary>
    public const string HasRows = "SELECT EXISTS (SELECT FROM drawbridge.history)";

    /// <summary>$1 version, $2 description, $3 kind, $4 path, $5 checksum, $6 statements, $7 release, $8 commit, $9 actor, $10 tool.</summary>
    public const string InsertApplied = $"""
        INSERT INTO drawbridge.history (version, description, kind, path, checksum, state, statements, statements_done, started_at,
            finished_at, duration_ms, release_id, commit_sha, actor, applied_by, tool_version)
        VALUES ($1, $2, $3, $4, $5, 'applied', $6, $6, pg_catalog.now(), pg_catalog.clock_timestamp(),
            1000 * extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.now()), $7, $8, $9, session_user, $10)
        RETURNING duration_ms AS {Duration}, release_id
        """;

    /// <summary>Where <see cref="InsertApplied"/> answers how many milliseconds the script took.</summary>
    public const string Duration = "drawbridge_duration";

    /// <summary>The same parameters as <see cref="InsertApplied"/>; returns the row's id.</summary>
    public const string InsertStarted = """
        INSERT INTO drawbridge.history (version, description, kind, path, checksum, state, statements, statements_done, started_at,
            finished_at, release_id, commit_sha, actor, applied_by, tool_version)
        VALUES ($1, $2, $3, $4, $5, 'started', $6, 0, pg_catalog.now(), pg_catalog.now(), $7, $8, $9, session_user, $10)
        RETURNING id
        """;

    /// <summary>
    /// The parameters of <see cref="InsertApplied"/> and $11 row: an earlier try goes on. One that had done nothing may
    /// have been corrected, so all that describes it is written again.
    /// </summary>
    public const string Restart = """
        UPDATE drawbridge.history SET version = $1, description = $2, kind = $3, path = $4, checksum = $5, statements = $6,
            started_at = CASE WHEN statements_done = 0 THEN pg_catalog.now() ELSE started_at END,
            release_id = $7, commit_sha = $8, actor = $9, applied_by = session_user, tool_version = $10
        WHERE id = $11
        """;

    /// <summary>$1 row, $2 statements done.</summary>
    public const string Advance =
        "UPDATE drawbridge.history SET statements_done = $2, finished_at = pg_catalog.clock_timestamp() WHERE id = $1";

    /// <summary>$1 row: the next statement is sent outside a transaction, so how it ends is not known until it is noted.</summary>
    public const string Venture = "UPDATE drawbridge.history SET finished_at = NULL WHERE id = $1";

    /// <summary>$1 row: a statement failed by the server's own word, so where the script stands is known.</summary>
    public const string Halt = "UPDATE drawbridge.history SET finished_at = pg_catalog.clock_timestamp() WHERE id = $1";

    /// <summary>$1 row.</summary>
    public const string Finish = """
        UPDATE drawbridge.history SET state = 'applied', finished_at = pg_catalog.clock_timestamp(),
            duration_ms = 1000 * extract(epoch FROM pg_catalog.clock_timestamp() - started_at) WHERE id = $1
        """;

    /// <summary>
    /// The same parameters as <see cref="InsertApplied"/>, of an undo script: its own row, and its migration lives no
    /// more.
    /// </summary>
    public const string InsertUndone = $"""
        WITH undo AS (
            INSERT INTO drawbridge.history (version, description, kind, path, checksum, state, statements, statements_done, started_at,
                finished_at, duration_ms, release_id, commit_sha, actor, applied_by, tool_version)
            VALUES ($1, $2, $3, $4, $5, 'undone', $6, $6, pg_catalog.now(), pg_catalog.clock_timestamp(),
                1000 * extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.now()), $7, $8, $9, session_user, $10)
            RETURNING version)
        {TakeBack}
        """;

    /// <summary>
    /// $1 version, $2 description, $3 kind, $4 path, $5 checksum, $6 release, $7 commit, $8 actor, $9 tool, $10 release and
    /// reason, $11 where it was taken over from.
    /// </summary>
    public const string InsertAdopted = """
        INSERT INTO drawbridge.history (version, description, kind, path, checksum, state, statements, statements_done, started_at,
            finished_at, release_id, commit_sha, actor, applied_by, tool_version, reason, adopted_from)
        VALUES ($1, $2, $3, $4, $5, 'adopted', 0, 0, pg_catalog.now(), pg_catalog.now(), $6, $7, $8, session_user, $9, $10, $11)
        """;

    /// <summary>$1: how far the other tool's history is taken over now.</summary>
    public const string MoveAdoption =
        "UPDATE drawbridge.history SET adopted_from = $1 WHERE adopted_from IS NOT NULL AND adopted_from <> $1";

    /// <summary>$1 row, $2 path, $3 checksum, $4 release and reason: one line a mark.</summary>
    public const string Note = """
        UPDATE drawbridge.history SET path = $2, checksum = $3, reason = pg_catalog.concat_ws(E'\n', reason, $4) WHERE id = $1
        """;

    /// <summary>$1 row: what its script does is done, by whatever means.</summary>
    public const string MarkDone =
        "UPDATE drawbridge.history SET state = 'applied', finished_at = pg_catalog.clock_timestamp() WHERE id = $1";

    /// <summary>$1 row: its script begins again from its first statement.</summary>
    public const string BeginAgain =
        "UPDATE drawbridge.history SET statements_done = 0, finished_at = pg_catalog.clock_timestamp() WHERE id = $1";

    /// <summary>$1 row of an undo script.</summary>
    public const string FinishUndo = $"""
        WITH undo AS (
            UPDATE drawbridge.history SET state = 'undone', finished_at = pg_catalog.clock_timestamp(),
                duration_ms = 1000 * extract(epoch FROM pg_catalog.clock_timestamp() - started_at) WHERE id = $1
            RETURNING version)
        {TakeBack}
        """;

    /// <summary>What changes the tables like that, with its parameters in its order.</summary>
    public static string Of(SettledChange change) => change switch
    {
        SettledChange.InsertAdopted => InsertAdopted,
        SettledChange.MoveAdoption => MoveAdoption,
        SettledChange.Note => Note,
        SettledChange.BeginAgain => BeginAgain,
        SettledChange.FinishUndo => FinishUndo,
        _ => MarkDone,
    };

    private const string TakeBack = """
        UPDATE drawbridge.history AS migration SET state = 'undone' FROM undo
        WHERE migration.kind = 'migration' AND migration.version = undo.version AND migration.state <> 'undone'
        """;

    /// <summary>$1 id, $2 mode, $3 commit, $4 outcome, $5 error as JSON.</summary>
    public const string InsertRelease = """
        INSERT INTO drawbridge.releases (id, mode, commit_sha, outcome, error, finished_at)
        VALUES ($1, $2, $3, $4, $5, pg_catalog.clock_timestamp()) ON CONFLICT (id) DO NOTHING
        """;
}
