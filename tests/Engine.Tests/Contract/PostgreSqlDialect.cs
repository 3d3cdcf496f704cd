namespace Drawbridge.Engine.Tests.Contract;

internal sealed class PostgreSqlDialect : Dialect
{
    public override string Engine => "postgresql";

    public override string Then => ";\n";

    public override string OtherToolsTable => "CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL)";

    public override string Litter => "CREATE TEMP TABLE litter (id int); SET lock_timeout = 1";

    public override string ReleaseLock => "DO $$ BEGIN EXECUTE 'SELECT pg_advisory_' || 'unlock_all()'; END $$";

    public override string EndRuns =>
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'drawbridge %' AND datname = current_database()";

    public override string CountSleepers => """
        SELECT count(*)::text FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event = 'PgSleep'
        """;

    public override string View(string name, string value) => $"CREATE OR REPLACE VIEW {name} AS SELECT '{value}' AS v";

    public override string Sleep(double seconds) => FormattableString.Invariant($"SELECT pg_sleep({seconds})");

    public override string Hold(string sql, double seconds) =>
        FormattableString.Invariant($"DO $$ BEGIN {sql}; PERFORM pg_sleep({seconds}); END $$");

    public override string CommitAndSleep(double seconds) =>
        FormattableString.Invariant($"DO $$ BEGIN COMMIT; PERFORM pg_sleep({seconds}); END $$");

    public override string Hidden(string command) => $"DO $$ BEGIN {command}; END $$";

    public override string IsThere(string table) => $"SELECT CASE WHEN to_regclass('{table}') IS NULL THEN 'no' ELSE 'yes' END";

    public override string LeftRow(string version, string path, string checksum) => $"""
        INSERT INTO drawbridge.history (version, description, kind, path, checksum, state, statements, statements_done, started_at,
            release_id, commit_sha, applied_by, tool_version)
        VALUES ('{version}', '', 'migration', '{path}', '{checksum}', 'started', 2, 0, now(), 'x', 'x', 'x', 'x')
        """;
}
