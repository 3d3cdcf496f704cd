using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Tests.Sql.PostgreSql;

public sealed class SplittingStatements
{
    /// <summary>Each is one statement, whatever semicolons it holds.</summary>
    internal static readonly string[] Whole =
    [
        "SELECT ';'", "SELECT 'it''s; x'", "SELECT e'it\\'s; x'", "SELECT E'\\\\'", "SELECT E'a'\n'it\\'s; x'", "SELECT E'a' -- c\n\t'\\';'",
        "SELECT E'a' 'b\\'", "SELECT date'x\\'", "SELECT '\\'", "SELECT U&'d\\0061;'", "SELECT B'0;1', X'f;', N'\\'", "SELECT 'a'\r'b;'",
        "SELECT \"a;\"\"b\"", "SELECT U&\"a;b\"",
        "SELECT $$a;b$$", "SELECT $t$ a; $$ ; $T$ $t$", "SELECT $été$;$été$", "SELECT $a$ $$a$", "SELECT $$ $a$$", "SELECT a$b$ + c$b$", "SELECT $1 + $1", "SELECT $1$a$;$a$",
        "SELECT 1 /* a; /* b; */ c; */ + 1", "SELECT 1 /*/ ; */ + 1", "SELECT 1 /**/ + /***/ 2", "SELECT 1 -- x;\n+ 1", "SELECT 1 -- x;\r+ 1",
        "SELECT 1 +-- ;\n2", "SELECT 1 @/* ; */ 2", "SELECT 2 */*;*/ 3", "SELECT 1--1;\n+1",
        "SELECT (1;2)", "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
        "create or replace procedure p() begin /* c */ atomic SELECT CASE WHEN a THEN CASE b WHEN 1 THEN 2 END END; "
        + "SELECT 1; end",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT x.end AS case, begin FROM x; SELECT (CASE WHEN a THEN 1 "
        + "END); END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 end, 2 case; SELECT CASE WHEN a THEN 1 END case; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT * FROM begin atomic; END",
        "CREATE PROCEDURE p() BEGIN ATOMIC ; CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END; SELECT 2; END",
        "CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS 'SELECT 1;'", "CREATE FUNCTION atomic(begin int) RETURNS int AS $$;$$ LANGUAGE sql",
        "SELECT 1\u00a0", "SELECT '\ufffd;'", "SELECT 1e5, .5, 1..2, 0x1F, 1_000",
    ];

    public static TheoryData<string> WholeStatements => [.. Whole];

    [Theory]
    [MemberData(nameof(WholeStatements))]
    public void Semicolon_inside_something_ends_nothing(string statement)
    {
        var script = PostgreSqlReader.Read($"{statement};SELECT 2");
        script.Errors.ShouldBeEmpty();
        script.Statements.Select(found => found.Text).ShouldBe([statement, "SELECT 2"]);
    }

    [Theory]
    [InlineData("SELECT 1;SELECT 2;", "SELECT 1", "SELECT 2")]
    [InlineData("\ufeffSELECT 1 ;\n", "SELECT 1")]
    [InlineData("-- a\n/* b */ SELECT 1 -- c\n;-- d", "SELECT 1")]
    [InlineData("; ;;-- only\n;/* comments */")]
    [InlineData("")]
    [InlineData("SELECT somee'\\';SELECT 2", "SELECT somee'\\'", "SELECT 2")]
    [InlineData("SELECT $a;SELECT b$", "SELECT $a", "SELECT b$")]
    [InlineData("SELECT 1;\rSELECT 2--x\r;SELECT 3", "SELECT 1", "SELECT 2", "SELECT 3")]
    [InlineData("BEGIN; SELECT CASE WHEN a THEN b END; END", "BEGIN", "SELECT CASE WHEN a THEN b END", "END")]
    [InlineData("CREATE TABLE function (a int); BEGIN ATOMIC; END", "CREATE TABLE function (a int)", "BEGIN ATOMIC", "END")]
    [InlineData("\\restrict k\nSELECT 1;\n\\unrestrict k\n", "SELECT 1")]
    public void Semicolon_ends_a_statement(string text, params string[] statements)
    {
        var script = PostgreSqlReader.Read(text);
        script.Errors.ShouldBeEmpty();
        script.Statements.Select(found => found.Text).ShouldBe(statements);
    }

    [Theory]
    [InlineData("COPY t (a, b) FROM stdin;\n1\t;\n\\.\nSELECT 2", "1\t;\n", 2)]
    [InlineData("COPY t FROM STDIN WITH (FORMAT csv); -- rows\r\n'\r\n\\.\r\nSELECT 2", "'\r\n", 2)]
    [InlineData("copy t from stdin;\n\\.", "", 1)]
    [InlineData("COPY t FROM STDIN;\n1\n\\\\.\n2", "1\n\\\\.\n2", 1)]
    [InlineData("COPY t FROM STDIN", "", 1)]
    [InlineData("COPY \"from\" /* c */ FROM\n-- d\nSTDIN;\nx\n\\.\nSELECT 2;", "x\n", 2)]
    public void Copy_data_is_no_SQL(string text, string data, int statements)
    {
        var script = PostgreSqlReader.Read(text);
        script.Errors.ShouldBeEmpty();
        script.Statements.Count.ShouldBe(statements);
        var copy = script.Statements[0];
        copy.Kind.ShouldBe(StatementKind.CopyFromStdin);
        var span = copy.CopyData.ShouldNotBeNull();
        text.Substring(span.Offset, span.Length).ShouldBe(data);
    }
}
