using Drawbridge.Tests.Shared;

namespace Drawbridge.Reading.Tests.Transactions;

/// <summary>Statements that a transaction block refuses, and others that look as if it would.</summary>
internal static class StatementForms
{
    /// <summary>Each with the first version that refuses it; older ones do not know it, or do not mind.</summary>
    private static readonly (int Since, string Statement)[] RefusedSince =
    [
        (13, "CREATE DATABASE d"),
        (13, "DROP DATABASE other"),
        (13, "drop /* really */ database if exists other with (force)"),
        (13, "ALTER DATABASE other SET TABLESPACE space"),
        (13, "ALTER DATABASE other WITH TABLESPACE = space"),
        (13, "ALTER DATABASE other TABLESPACE space"),
        (13, "CREATE TABLESPACE s LOCATION '/s'"),
        (13, "DROP TABLESPACE space"),
        (13, "DROP TABLESPACE IF EXISTS space"),
        (13, "CREATE INDEX CONCURRENTLY ON t (a)"),
        (13, "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS new ON t (a)"),
        (13, "DROP INDEX CONCURRENTLY i"),
        (13, "DROP INDEX CONCURRENTLY IF EXISTS i"),
        (13, "REINDEX INDEX CONCURRENTLY i"),
        (13, "REINDEX TABLE CONCURRENTLY t"),
        (13, "REINDEX (VERBOSE) TABLE CONCURRENTLY t"),
        (14, "REINDEX (CONCURRENTLY) TABLE t"),
        (14, "REINDEX (VERBOSE, CONCURRENTLY true) INDEX i"),
        (13, "REINDEX SCHEMA public"),
        (13, "REINDEX SCHEMA CONCURRENTLY public"),
        (13, "REINDEX (VERBOSE) DATABASE furnished"),
        (13, "REINDEX SYSTEM furnished"),
        (16, "REINDEX DATABASE"),
        (16, "REINDEX SYSTEM"),
        (13, "VACUUM"),
        (13, "VACUUM t"),
        (13, "VACUUM FULL VERBOSE ANALYZE t"),
        (13, "VACUUM (FULL, ANALYZE) t (a)"),
        (13, "CLUSTER"),
        (13, "CLUSTER VERBOSE"),
        (17, "CLUSTER (VERBOSE) -- all"),
        (14, "ALTER TABLE parted DETACH PARTITION part CONCURRENTLY"),
        (14, "ALTER TABLE IF EXISTS ONLY public.parted DETACH PARTITION public.part CONCURRENTLY"),
        (13, "ALTER SYSTEM SET work_mem = '1MB'"),
        (13, "ALTER SYSTEM RESET work_mem"),
        (13, "ALTER SYSTEM RESET ALL"),
        (13, "DISCARD ALL"),
        (13, "COMMIT PREPARED 'x'"),
        (13, "ROLLBACK PREPARED 'x'"),
        (13, "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p"),
        (13, "CREATE SUBSCRIPTION s CONNECTION 'application_name=connect=false' PUBLICATION p WITH (connect)"),
        (13, "DROP SUBSCRIPTION live"),
        (13, "DROP SUBSCRIPTION IF EXISTS idle CASCADE"),
        (14, "ALTER SUBSCRIPTION live REFRESH PUBLICATION"),
        (14, "ALTER SUBSCRIPTION live REFRESH PUBLICATION WITH (copy_data = false)"),
        (14, "ALTER SUBSCRIPTION \"live\" SET PUBLICATION p"),
        (14, "ALTER SUBSCRIPTION live SET PUBLICATION p WITH (refresh = true)"),
        (14, "ALTER SUBSCRIPTION live ADD PUBLICATION r WITH (copy_data = false)"),
        (14, "ALTER SUBSCRIPTION live DROP PUBLICATION q WITH (refresh)"),
        (17, "ALTER SUBSCRIPTION idle SET (failover = true)"),
        (17, "ALTER SUBSCRIPTION idle SET (disable_on_error, failover)"),
        (17, "ALTER SUBSCRIPTION idle SET (failover, disable_on_error = on)"),
        (18, "ALTER SUBSCRIPTION idle SET (two_phase = false)"),
        (18, "ALTER SUBSCRIPTION idle SET (two_phase = 'OFF')"),
        (18, "ALTER SUBSCRIPTION idle SET (two_phase = \"off\")"),
    ];

    /// <summary>Each with the first version that knows it.</summary>
    private static readonly (int Since, string Statement)[] AcceptedSince =
    [
        (13, "ALTER DATABASE other SET default_tablespace = space"),
        (13, "ALTER DATABASE other RENAME TO tablespace"),
        (13, "ALTER DATABASE other CONNECTION LIMIT 5"),
        (13, "ALTER DATABASE other OWNER TO postgres"),
        (13, "ALTER TABLESPACE space SET (seq_page_cost = 1)"),
        (13, "ALTER TABLESPACE space RENAME TO \"concurrently\""),
        (13, "CREATE INDEX new ON t (a)"),
        (13, "CREATE INDEX \"concurrently\" ON t (a)"),
        (13, "DROP INDEX i"),
        (13, "REINDEX INDEX i"),
        (13, "REINDEX TABLE t"),
        (13, "REINDEX (VERBOSE) TABLE t"),
        (14, "REINDEX (CONCURRENTLY false) TABLE t"),
        (14, "REINDEX (CONCURRENTLY 'Off') TABLE t"),
        (14, "REINDEX (CONCURRENTLY \"off\") TABLE t"),
        (13, "ANALYZE"),
        (13, "ANALYZE VERBOSE t (a)"),
        (13, "CLUSTER t USING i"),
        (13, "CLUSTER VERBOSE t USING i"),
        (13, "CLUSTER i ON t"),
        (14, "CLUSTER (VERBOSE) t USING i"),
        (13, "ALTER TABLE parted DETACH PARTITION part"),
        (13, "ALTER TABLE t ALTER a SET DEFAULT length('DETACH PARTITION p CONCURRENTLY')"),
        (13, "ALTER TABLE t SET TABLESPACE space"),
        (13, "DISCARD PLANS"),
        (13, "DISCARD TEMP"),
        (13, "DISCARD SEQUENCES"),
        (13, "COMMIT"),
        (13, "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (connect = false)"),
        (13, "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (enabled = off, \"connect\" = 'OFF')"),
        (13, $"CREATE SUBSCRIPTION s CONNECTION '{FurnishedDatabase.Publisher}' PUBLICATION p "
            + "WITH (enabled = off, create_slot = 'off', slot_name = NONE)"),
        (13, "ALTER SUBSCRIPTION live SET PUBLICATION p WITH (refresh = false)"),
        (14, "ALTER SUBSCRIPTION live ADD PUBLICATION r WITH (refresh = 0)"),
        (14, "ALTER SUBSCRIPTION live DROP PUBLICATION q WITH (refresh = off)"),
        (13, "ALTER SUBSCRIPTION idle SET (slot_name = NONE)"),
        (13, "ALTER SUBSCRIPTION live SET (synchronous_commit = off)"),
        (18, "ALTER SUBSCRIPTION idle SET (two_phase = true)"),
        (13, "ALTER SUBSCRIPTION live DISABLE"),
        (13, "ALTER SUBSCRIPTION live CONNECTION 'dbname=x'"),
        (13, "REFRESH MATERIALIZED VIEW mv"),
        (13, "REFRESH MATERIALIZED VIEW CONCURRENTLY mv"),
        (13, "ALTER TYPE mood ADD VALUE 'great'"),
        (13, "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'"),
        (13, "CREATE EXTENSION IF NOT EXISTS plpgsql"),
        (13, "CREATE ROLE guest"),
        (13, "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION on_event()"),
        (13, "CREATE STATISTICS st ON a, b FROM t"),
        (13, "CREATE PUBLICATION pub FOR ALL TABLES"),
        (13, "CHECKPOINT"),
        (13, "LOAD 'plpgsql'"),
        (13, "LISTEN a"),
        (13, "NOTIFY a"),
        (13, "TRUNCATE t"),
        (13, "LOCK TABLE t"),
        (13, "DECLARE c CURSOR FOR SELECT 1"),
        (13, "SET LOCAL work_mem = '1MB'"),
        (13, "CALL works()"),
        (13, "CREATE TABLE vacuum (a int)"),
        (13, "SELECT 'VACUUM'"),
    ];

    /// <summary>Version and statement.</summary>
    public static TheoryData<int, string> Refused => Rows(RefusedSince);

    /// <summary>Version and statement.</summary>
    public static TheoryData<int, string> Accepted => Rows(AcceptedSince);

    private static TheoryData<int, string> Rows((int Since, string Statement)[] forms)
    {
        var rows = new TheoryData<int, string>();
        foreach (var version in TestMachine.PostgresVersions)
        {
            foreach (var (_, statement) in forms.Where(form => form.Since <= version))
            {
                rows.Add(version, statement);
            }
        }

        return rows;
    }
}
