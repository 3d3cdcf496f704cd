using Drawbridge.Manifests;
using Drawbridge.Sql;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Engine.Tests;

/// <summary>Each script has the mark ▸ where its failure must point at; the mark is taken out before it runs.</summary>
public sealed class PointingAtTheFailure(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Mark = "▸";

    [PostgresTheory]
    [InlineData("SELECT 1;\nSELECT '😀😀', ▸x;")]
    [InlineData("SELECT 1;\r\n\r\n  SELECT 'é'\r\n\t, 'e\u0301漢' || ▸x;")]
    [InlineData("/* 😀 */ SELECT 1; SELECT ▸x;")]
    [InlineData("\ufeffSELECT ▸x;")]
    [InlineData("SELECT\r1;SELECT\r▸x;")]
    [InlineData("SELECT 1 FROM ▸FROM x;")]
    public Task Position_counts_characters(string sql) => ShouldPointAtTheMark(sql);

    [PostgresTheory]
    [InlineData("SELECT 1;\nDO $$\nBEGIN\n  ▸RAISE EXCEPTION 'x';\nEND $$;")]
    [InlineData("DO $$\r\nBEGIN\r\n\t▸PERFORM 1 / 0;\r\nEND $$;")]
    [InlineData("DO $$ BEGIN ▸RAISE EXCEPTION 'x'; END $$;")]
    [InlineData("DO /* a $$ */ LANGUAGE plpgsql $x$ BEGIN\n ▸IF true THEN RAISE NOTICE 'a'; RAISE EXCEPTION 'b'; END IF;\nEND $x$;")]
    [InlineData("DO '▸BEGIN RAISE NOTICE ''a''; RAISE EXCEPTION ''b''; END';")]
    [InlineData("DO 'BEGIN\n  PERFORM ''it''''s'';\n  ▸RAISE EXCEPTION ''x'';\nEND';")]
    [InlineData("DO E'BEGIN\\n  PERFORM \\'a\\';\\n  ▸RAISE EXCEPTION \\'x\\';\\nEND';")]
    [InlineData("DO $$ BEGIN\n  BEGIN\n    ▸PERFORM 1 / 0;\n  EXCEPTION WHEN others THEN\n    RAISE;\n  END;\nEND $$;")]
    public Task Failing_block_is_shown_at_its_line(string sql) => ShouldPointAtTheMark(sql);

    [PostgresFact]
    public async Task Initial_value_is_shown_at_its_variable_and_before_15_at_the_block()
    {
        await using var connection = await postgres.Server.Connect("postgres");
        await ShouldPointAtTheMark(connection.PostgreSqlVersion.Major < 15
            ? "DO $$ DECLARE\n  a int := 'x';\n▸BEGIN\n  NULL;\nEND $$;"
            : "DO $$ DECLARE\n  ▸a int := 'x';\nBEGIN\n  NULL;\nEND $$;");
    }

    [PostgresTheory]
    [InlineData("DO $$\nBEGIN\n  INSERT INTO\n    ▸nowhere VALUES (1);\nEND $$;")]
    [InlineData("DO $$ BEGIN\n  NULL; PERFORM\n    'ä' || ▸nope;\nEND $$;")]
    [InlineData("DO $$ DECLARE a int;\nBEGIN\n  a := 1;\n  a := 2 + ▸nope;\nEND $$;")]
    [InlineData("DO $$ BEGIN\n  IF\n    ▸nope = 3 THEN NULL;\n  END IF;\nEND $$;")]
    [InlineData("DO $$ DECLARE r record;\nBEGIN\n  FOR r IN\n    SELECT ▸nope FROM pg_class\n  LOOP NULL; END LOOP;\nEND $$;")]
    [InlineData("DO $$ DECLARE a int;\nBEGIN\n  SELECT 1\n    INTO STRICT a\n    FROM ▸nowhere;\nEND $$;")]
    [InlineData("DO '\nBEGIN\n  PERFORM ''😀''\n    || ▸nope;\nEND';")]
    [InlineData("DO $$ BEGIN\n  EXECUTE 'SELECT 1,\n    ▸nope';\nEND $$;")]
    [InlineData("DO $$ BEGIN\n  ▸EXECUTE 'SELECT ''a'',\n    nope';\nEND $$;")]
    public Task Query_in_a_block_is_shown_at_its_own_place(string sql) => ShouldPointAtTheMark(sql);

    [PostgresTheory]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  ▸x := 1;\nEND $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS '\nBEGIN\n  PERFORM ''a'';\n  SELECT 1 FROM ▸FROM x;\nEND';")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS E'\\nBEGIN\\n  SELECT \\'a\\' FROM ▸FROM x;\\nEND';")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n  SELECT 1;\n  SELECT ▸nope FROM pg_class;\n$$;")]
    [InlineData("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\n  SELECT ▸nope;\nEND;")]
    [InlineData("DO $$\nBEGIN\n  ▸SELEC 1;\nEND $$;")]
    [InlineData("DO $$\nBEGIN\n  IF true THEN\nEND ▸$$;")]
    [InlineData("DO U&'\nBEGIN\n  ▸SELEC ''\\0061'';\nEND';")]
    [InlineData("DO $$\nDECLARE\n  a ▸nosuch;\nBEGIN END $$;")]
    public Task Body_that_can_t_be_read_is_shown_at_the_mistake(string sql) => ShouldPointAtTheMark(sql);

    [PostgresTheory]
    [InlineData("CREATE FUNCTION f(a int, t varchar) RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  ▸RETURN a / 0;\nEND $$;\nSELECT\n  f(1, 'x');", "in function 'f' called from line 5")]
    [InlineData("CREATE FUNCTION public.f(a int) RETURNS int LANGUAGE plpgsql AS '\nBEGIN\n  ▸RETURN a / 0;\nEND';\nDO $$\nBEGIN\n  PERFORM f(1);\nEND $$;", "in function 'public.f' called from line 7")]
    [InlineData("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$\n  SELECT 1;\n  ▸SELECT a / (a - a);\n$$;\nSELECT f(1);", "in function 'f' called from line 5")]
    [InlineData("CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC\n  ▸SELECT 1 / (a - a);\n  SELECT 1;\nEND;\nSELECT f(1);", "in function 'f' called from line 5")]
    [InlineData("CREATE TABLE t (a int);\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n  SELECT 1;\n  SELECT a FROM ▸t LIMIT 1;\n$$;\nDROP TABLE t;\nSELECT f();", "in function 'f' called from line 7")]
    [InlineData("CREATE FUNCTION ▸f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  NULL;\nEND $$;\nSELECT f();", "in function 'f' called from line 5")]
    [InlineData("CREATE PROCEDURE f(INOUT a int, OUT b text) LANGUAGE plpgsql AS $$ BEGIN\n  ▸a := 1 / 0;\nEND $$;\nCALL f(1, NULL);", "in function 'f' called from line 4")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  RETURN 1;\nEND $$;\nCREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  ▸RETURN 1 / 0;\nEND $$;\nSELECT f();", "called from line 7")]
    [InlineData("CREATE FUNCTION f(a text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  RETURN 2;\nEND $$;\nCREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  ▸RETURN a / 0;\nEND $$;\nSELECT f(1);", "called from line 7")]
    [InlineData("CREATE SCHEMA app;\nSET search_path = app, public;\nCREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  ▸RETURN 1 / 0;\nEND $$;\nRESET search_path;\nSELECT app.f();", "called from line 7")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  ▸RETURN 1 / 0;\nEND $$;\nCREATE FUNCTION g() RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  RETURN f();\nEND $$;\nSELECT g();", "in function 'f' called from line 7")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN\n  ▸EXECUTE 'DO $x$ BEGIN RAISE EXCEPTION ''inner''; END $x$';\nEND $$;\nDO $$ BEGIN\n  PERFORM f();\nEND $$;", "in function 'f' called from line 5")]
    public async Task Function_of_the_script_is_shown_at_its_own_line(string sql, string told) =>
        (await ShouldPointAtTheMark(sql)).Message.ShouldContain(told);

    [PostgresTheory]
    [InlineData("▸SELECT public.outside(1);", "(SQLSTATE 22012), in line 3 of function 'outside(integer)'.")]
    [InlineData("▸SELECT hidden.outside(1);", "(SQLSTATE 22012), in line 2 of function 'hidden.outside(integer)'.")]
    [InlineData("▸SELECT in_sql(1);", "(SQLSTATE 22012), in statement 2 of function 'in_sql'.")]
    [InlineData("DO $$ BEGIN\n  ▸PERFORM outside(1);\nEND $$;", "(SQLSTATE 22012), in line 3 of function 'outside(integer)'.")]
    [InlineData("CREATE FUNCTION outside(a text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n\n  RETURN 1;\nEND $$;\n▸SELECT outside(1);", "in line 3 of function 'outside(integer)'.")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  ▸RETURN outside(1);\nEND $$;\nSELECT f();", "in line 3 of function 'outside(integer)', by way of function 'f' called from line 4.")]
    public async Task Function_that_lies_elsewhere_is_told_and_its_caller_shown(string sql, string told) =>
        (await ShouldPointAtTheMark(
            sql,
            "CREATE FUNCTION outside(a int) RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN a / 0;\nEND $$",
            "CREATE SCHEMA hidden",
            "CREATE FUNCTION hidden.outside(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  RETURN a / 0;\nEND $$",
            "CREATE FUNCTION in_sql(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT a / (a - a) $$")).Message.ShouldContain(told);

    [PostgresTheory]
    [InlineData("CREATE TABLE t (a int);\nCREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  ▸RAISE EXCEPTION 'no';\nEND $$;\nCREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();\nINSERT INTO t VALUES (1);", "called from line 7")]
    [InlineData("CREATE TABLE t (a int);\nCREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  ▸RAISE EXCEPTION 'no';\nEND $$;\nCREATE CONSTRAINT TRIGGER f AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();\nINSERT INTO t VALUES (1);", "in function 'f'.")]
    [InlineData("CREATE TABLE t (a int);\nCREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  IF NEW.a = 2 THEN\n    ▸RAISE EXCEPTION 'no';\n  END IF;\n  RETURN NEW;\nEND $$;\nCREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();\nCOPY t FROM stdin;\n1\n2\n\\.\n", "called from line 12")]
    [InlineData("CREATE FUNCTION f(a int) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN\n  ▸RETURN a / 0 = 1;\nEND $$;\nCREATE TABLE t (a int CHECK (f(a)));\nINSERT INTO t VALUES (1);", "called from line 5")]
    public async Task Trigger_is_shown_at_its_own_line(string sql, string told) =>
        (await ShouldPointAtTheMark(sql)).Message.ShouldContain(told);

    [PostgresTheory]
    [InlineData("CREATE TABLE t1 (a int, b text);\nCOPY t1 FROM stdin;\n1\ta\n▸row data\tb\n\\.\n", "22P02")]
    [InlineData("CREATE TABLE t1 (a int, b text);\r\nCOPY public.t1 (a, b) FROM stdin;\r\n1\ta\r\n2\tb\r\n▸row\tb\r\n\\.\r\n", "22P02")]
    [InlineData("CREATE TABLE t1 (a int PRIMARY KEY);\nCOPY t1 FROM stdin;\n7\n8\n▸7\n\\.\n", "23505")]
    [InlineData("CREATE TABLE t1 (a int, b text);\nCOPY t1 FROM stdin;\n1\trow\n▸2\n\\.\n", "22P04")]
    [InlineData("CREATE TABLE t1 (a int);\nCOPY t1 FROM stdin WITH (FORMAT csv, HEADER);\na\n1\n▸\"row\"\n\\.\n", "22P02")]
    [InlineData("CREATE TABLE \"Row 3\" (a int);\nCOPY \"Row 3\" FROM stdin;\n1\n▸row\n\\.\n", "22P02")]
    public async Task Row_below_copy_is_shown_without_its_data(string sql, string sqlState)
    {
        var error = await ShouldPointAtTheMark(sql);
        error.SqlState.ShouldBe(sqlState);
        $"{error.Message} {error.Hint}".ShouldNotContain("row", Case.Sensitive);
    }

    [PostgresFact]
    public async Task Script_without_a_transaction_points_as_exactly()
    {
        const string Sql = "CREATE TABLE t (a int);\nVACUUM t;\nDO $$\nBEGIN\n  PERFORM ▸nope;\nEND $$;";
        (await ShouldPointAtTheMark(Sql)).Statement.ShouldBe(3);
    }

    /// <summary>Such a server counts bytes.</summary>
    [PostgresTheory]
    [InlineData("SELECT '漢é😀', ▸x;")]
    [InlineData("DO $$ BEGIN\n  PERFORM '漢é😀', ▸x;\nEND $$;")]
    [InlineData("DO $$ BEGIN\n  PERFORM '漢é😀'; ▸FALSCH;\nEND $$;")]
    public async Task Database_without_an_encoding_points_as_exactly(string sql)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        var other = database.Name + "_ascii";
        await database.Execute($"CREATE DATABASE {other} ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
        await ShouldPointAtTheMark(sql, new TestDatabase(postgres.Server, other));
        await postgres.Server.DropDatabase(other);
    }

    private async Task<ResultError> ShouldPointAtTheMark(string sql, params string[] before)
    {
        var database = new TestDatabase(postgres.Server, await postgres.CreateDatabase());
        await database.Execute(before);
        return await ShouldPointAtTheMark(sql, database);
    }

    private static async Task<ResultError> ShouldPointAtTheMark(string sql, TestDatabase database)
    {
        var script = sql.Replace(Mark, "", StringComparison.Ordinal);
        database.Scripts.With("1_a.sql", script);

        var error = (await database.Apply()).Error.ShouldNotBeNull();

        error.Code.ShouldBe("statement-failed", error.Message);
        var text = script.TrimStart('\ufeff');
        var place = new LineMap(text).Locate(sql.TrimStart('\ufeff').IndexOf(Mark, StringComparison.Ordinal));
        (error.Line, error.Column).ShouldBe((place.Line, place.Column), error.Message);
        return error;
    }
}
