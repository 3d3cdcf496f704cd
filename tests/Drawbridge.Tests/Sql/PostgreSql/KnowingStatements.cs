using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Tests.Sql.PostgreSql;

public sealed class KnowingStatements
{
    [Theory]
    [InlineData("BEGIN", StatementKind.TransactionControl)]
    [InlineData("begin isolation level serializable", StatementKind.TransactionControl)]
    [InlineData("START TRANSACTION", StatementKind.TransactionControl)]
    [InlineData("COMMIT", StatementKind.TransactionControl)]
    [InlineData("COMMIT AND CHAIN", StatementKind.TransactionControl)]
    [InlineData("END", StatementKind.TransactionControl)]
    [InlineData("ROLLBACK TO SAVEPOINT a", StatementKind.TransactionControl)]
    [InlineData("/* a */ ABORT", StatementKind.TransactionControl)]
    [InlineData("SAVEPOINT a", StatementKind.TransactionControl)]
    [InlineData("RELEASE a", StatementKind.TransactionControl)]
    [InlineData("PREPARE TRANSACTION 'a'", StatementKind.TransactionControl)]
    [InlineData("COMMIT PREPARED 'a'", StatementKind.Other)]
    [InlineData("ROLLBACK PREPARED 'a'", StatementKind.Other)]
    [InlineData("PREPARE a AS SELECT 1", StatementKind.Other)]
    [InlineData("\"begin\"", StatementKind.Other)]
    [InlineData("COPY t FROM STDIN", StatementKind.CopyFromStdin)]
    [InlineData("COPY t FROM STDOUT", StatementKind.CopyFromStdin)]
    [InlineData("COPY t (a, b) FROM STDIN WITH (DELIMITER ',', FORMAT binary)", StatementKind.CopyBinary)]
    [InlineData("COPY t FROM STDIN (FORMAT 'binary')", StatementKind.CopyBinary)]
    [InlineData("COPY t FROM STDIN BINARY", StatementKind.CopyBinary)]
    [InlineData("COPY BINARY t FROM STDIN", StatementKind.CopyBinary)]
    [InlineData("COPY t TO STDOUT (FORMAT binary)", StatementKind.CopyBinary)]
    [InlineData("COPY t FROM STDIN (FORMAT csv, NULL 'binary')", StatementKind.CopyFromStdin)]
    [InlineData("COPY t FROM 'stdin'", StatementKind.Other)]
    [InlineData("COPY t FROM PROGRAM 'stdin'", StatementKind.Other)]
    [InlineData("COPY (SELECT * FROM stdin) TO STDOUT", StatementKind.CopyToStdout)]
    [InlineData("COPY (SELECT * FROM stdin) TO 'file'", StatementKind.Other)]
    [InlineData("CALL p()", StatementKind.Call)]
    [InlineData("DO $$ begin commit; end $$", StatementKind.Do)]
    [InlineData("INSERT INTO t VALUES ('BEGIN')", StatementKind.Other)]
    public void First_words_tell_the_kind(string text, StatementKind kind) => Single(text).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)", true)]
    [InlineData("DROP INDEX CONCURRENTLY i", true)]
    [InlineData("REINDEX (VERBOSE) INDEX CONCURRENTLY i", true)]
    [InlineData("REINDEX (CONCURRENTLY) TABLE t", true)]
    [InlineData("ALTER TABLE t DETACH PARTITION p CONCURRENTLY", true)]
    [InlineData("REFRESH MATERIALIZED VIEW CONCURRENTLY v", false)]
    [InlineData("CREATE INDEX i ON t (a)", false)]
    [InlineData("VACUUM t", false)]
    public void Concurrent_work_waits_by_design(string text, bool expected) =>
        Single(text).IsConcurrent.ShouldBe(expected);

    [Theory]
    [InlineData("DISCARD ALL", SessionDamage.ReleasesLock)]
    [InlineData("DISCARD TEMP", SessionDamage.None)]
    [InlineData("SELECT pg_advisory_unlock_all()", SessionDamage.ReleasesLock)]
    [InlineData("SELECT 1 WHERE PG_CATALOG.PG_ADVISORY_UNLOCK(1, 2)", SessionDamage.ReleasesLock)]
    [InlineData("SELECT \"pg_advisory_unlock\"(1)", SessionDamage.ReleasesLock)]
    [InlineData("DO $x$ BEGIN PERFORM pg_advisory_unlock_all(); END $x$", SessionDamage.ReleasesLock)]
    [InlineData("DO LANGUAGE plpgsql $$ BEGIN PERFORM pg_advisory_unlock(1); END $$", SessionDamage.ReleasesLock)]
    [InlineData("DO $$ BEGIN /* pg_advisory_unlock_all() */ PERFORM 'pg_advisory_unlock(1)'; END $$", SessionDamage.None)]
    [InlineData("DO $a$ SELECT pg_advisory_unlock(1)", SessionDamage.ReleasesLock)]
    [InlineData("DO LANGUAGE set_config $body$;", SessionDamage.None)]
    [InlineData("DO 'BEGIN PERFORM pg_advisory_unlock(1); END'", SessionDamage.None)]
    [InlineData("SELECT pg_advisory_unlock_shared(1)", SessionDamage.None)]
    [InlineData("SELECT 'pg_advisory_unlock(1)'", SessionDamage.None)]
    [InlineData("CREATE FUNCTION f() RETURNS bool RETURN pg_advisory_unlock(1)", SessionDamage.None)]
    [InlineData("SET standard_conforming_strings = off", SessionDamage.ChangesQuoting)]
    [InlineData("set local \"standard_conforming_strings\" to 'off'", SessionDamage.ChangesQuoting)]
    [InlineData("SET standard_conforming_strings = on", SessionDamage.None)]
    [InlineData("SELECT pg_catalog.set_config('standard_conforming_strings', 'off', false)", SessionDamage.ChangesQuoting)]
    [InlineData("SELECT pg_catalog.set_config('search_path', '', false)", SessionDamage.None)]
    [InlineData("SET standard_conforming_strings TO DEFAULT", SessionDamage.None)]
    [InlineData("RESET standard_conforming_strings", SessionDamage.None)]
    [InlineData("RESET ALL", SessionDamage.None)]
    [InlineData("RESET search_path", SessionDamage.None)]
    [InlineData("SET client_encoding TO DEFAULT", SessionDamage.None)]
    [InlineData("SET client_encoding = 'UTF8'", SessionDamage.None)]
    [InlineData("SET SESSION client_encoding TO latin1", SessionDamage.ChangesEncoding)]
    [InlineData("SET NAMES 'LATIN1'", SessionDamage.ChangesEncoding)]
    [InlineData("SET search_path = standard_conforming_strings", SessionDamage.None)]
    public void Damage_to_the_session_is_seen(string text, SessionDamage damage) =>
        Single(text).Damage.ShouldBe(damage);

    private static SqlStatement Single(string text) => PostgreSqlReader.Read(text).Statements.ShouldHaveSingleItem();
}
