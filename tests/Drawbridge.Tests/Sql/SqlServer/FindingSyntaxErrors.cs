using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Tests.Sql.SqlServer;

public sealed class FindingSyntaxErrors
{
    [Theory]
    [InlineData("SELECT\n 'a", SyntaxErrorKind.UnterminatedString, 2, 2, "The string that began at line 2 never ends.")]
    [InlineData("SELECT 1\nGO\n [a", SyntaxErrorKind.UnterminatedIdentifier, 3, 2, "The quoted name that began at line 3 never ends.")]
    [InlineData("SELECT 1 AS \"a", SyntaxErrorKind.UnterminatedIdentifier, 1, 13, "The quoted name that began at line 1 never ends.")]
    [InlineData("SELECT 1; /* /* */ \n", SyntaxErrorKind.UnterminatedComment, 1, 11, "The comment that began at line 1 never ends.")]
    [InlineData("SELECT (1;\nSELECT 2;", SyntaxErrorKind.UnclosedParenthesis, 1, 8, "The parenthesis that began at line 1 never ends.")]
    [InlineData("SELECT 1);", SyntaxErrorKind.UnopenedParenthesis, 1, 9, "The ')' at line 1 closes nothing.")]
    [InlineData("BEGIN\nSELECT 1;", SyntaxErrorKind.UnterminatedBody, 1, 1, "The 'BEGIN' at line 1 has no END.")]
    [InlineData("SELECT CASE WHEN 1 = 1 THEN 2;", SyntaxErrorKind.UnterminatedBody, 1, 8, "The 'CASE' at line 1 has no END.")]
    [InlineData("SELECT 1;\nEND;", SyntaxErrorKind.InvalidStatement, 2, 1, "The 'END' at line 2 ends nothing.")]
    [InlineData("SELECT 'a\0b'", SyntaxErrorKind.NulCharacter, 1, 10, "The character NUL at line 1 cannot be sent to a server.")]
    [InlineData("SELECT a,\nFROM t;", SyntaxErrorKind.InvalidStatement, 2, 1, "The syntax is wrong near 'FROM' (line 2).")]
    [InlineData("UPDATE t\nSET a =", SyntaxErrorKind.InvalidStatement, 2, 8, "The syntax is wrong behind '=' (line 2).")]
    [InlineData(
        "SELECT 1\nCREATE VIEW v AS SELECT 1 AS a", SyntaxErrorKind.NotFirstInBatch, 2, 1,
        "The server takes CREATE or ALTER VIEW only as the first statement of a batch, unlike in line 2.")]
    [InlineData(
        "SELECT 1; CREATE SCHEMA app;", SyntaxErrorKind.NotFirstInBatch, 1, 11,
        "The server takes CREATE or ALTER SCHEMA only as the first statement of a batch, unlike in line 1.")]
    [InlineData(":r other.sql", SyntaxErrorKind.SqlcmdCommand, 1, 1, "':r' at line 1 means something to sqlcmd only, not to a server.")]
    [InlineData("SELECT 1\n:setvar a b", SyntaxErrorKind.SqlcmdCommand, 2, 1, "':setvar' at line 2 means something to sqlcmd only, not to a server.")]
    [InlineData("!!dir\nSELECT 1", SyntaxErrorKind.SqlcmdCommand, 1, 1, "'!!dir' at line 1 means something to sqlcmd only, not to a server.")]
    [InlineData("SELECT $(a);", SyntaxErrorKind.SqlcmdCommand, 1, 8, "'$(a)' at line 1 means something to sqlcmd only, not to a server.")]
    public void Each_is_placed_and_worded(string text, SyntaxErrorKind kind, int line, int column, string message)
    {
        var error = SqlServerReader.Read(text).Errors.ShouldHaveSingleItem();
        (error.Kind, error.Position.Line, error.Position.Column, error.Message).ShouldBe((kind, line, column, message));
    }

    [Fact]
    public void What_ScriptDom_says_of_a_mistake_is_passed_on()
    {
        var error = SqlServerReader.Read("DROP TABEL t;").Errors.ShouldHaveSingleItem();
        (error.Kind, error.Position.Column).ShouldBe((SyntaxErrorKind.InvalidStatement, 6));
        error.Message.ShouldContain("TABEL");
        error.Message.ShouldEndWith("(line 1).");
        error.Remedy.ShouldStartWith("Write 'TABLE' if you mean that;");
    }

    [Fact]
    public void All_of_them_are_found() =>
        SqlServerReader.Read("SELECT a, FROM t;\nSELECT 2;\nUPDATE t ste a = 1;\nGO\nSELECT 3)\nGO\nCREATE TABLE t (a int, b);\n:r x\nGO x\nSELECT 'y")
            .Errors.Select(error => error.Position.Line).ShouldBe([1, 3, 5, 7, 8, 9, 10]);

    [Theory]
    [InlineData("SELECT JSON_OBJECT('a':1)")]
    [InlineData("SELECT JSON_ARRAYAGG(x ABSENT ON NULL) FROM t")]
    [InlineData("SELECT SUM(x) OVER w FROM t WINDOW w AS (PARTITION BY a)")]
    [InlineData("SELECT * FROM t WHERE a IS NOT DISTINCT FROM b")]
    [InlineData("SELECT LAST_VALUE(x) IGNORE NULLS OVER (ORDER BY a) FROM t")]
    [InlineData("SELECT TRIM(LEADING 'x' FROM y)")]
    [InlineData("SELECT 1 << 2")]
    [InlineData("SELECT a || b FROM t")]
    [InlineData("CREATE INDEX i ON t (a) WITH (XML_COMPRESSION = ON)")]
    [InlineData("CREATE TABLE t (a int) WITH (LEDGER = ON)")]
    [InlineData("ALTER TABLE t ADD CONSTRAINT c PRIMARY KEY (a) WITH (RESUMABLE = ON, ONLINE = ON)")]
    [InlineData("SELECT AI_GENERATE_EMBEDDINGS(x USE MODEL m)")]
    [InlineData("CREATE VECTOR INDEX v ON t (e) WITH (METRIC = 'cosine')")]
    [InlineData("CREATE JSON INDEX j ON t (a)")]
    [InlineData("CREATE EXTERNAL MODEL m WITH (LOCATION = 'x')")]
    [InlineData("SELECT * FROM t WHERE REGEXP_LIKE(a, 'x')")]
    [InlineData("CREATE TABLE t (v vector(3, float16))")]
    [InlineData("SELECT * FROM OPENROWSET(BULK 'x', FORMAT = 'PARQUET') AS r")]
    [InlineData("CREATE STATISTICS s ON t (a) WITH AUTO_DROP = ON")]
    public void What_is_newer_than_the_parser_is_none(string text)
    {
        var script = SqlServerReader.Read($"{text};");
        script.Errors.ShouldBeEmpty();
        script.Statements.ShouldHaveSingleItem().Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("-- drawbridge: ignore unparsed-statement our server is newer\nSELECT a FOO BAR b FROM t;", 0)]
    [InlineData("SELECT 1;\n-- drawbridge: ignore unparsed-statement our server is newer\nSELECT a FOO BAR b FROM t;", 0)]
    [InlineData("SELECT 1;\n-- drawbridge: ignore unparsed-statement\nSELECT a FOO BAR b FROM t;", 1)]
    [InlineData("-- drawbridge: ignore drop-table our server is newer\nSELECT a FOO BAR b FROM t;", 1)]
    [InlineData("-- drawbridge: ignore unparsed-statement our server is newer\nSELECT (a FOO BAR b FROM t;", 1)]
    public void What_its_author_vouches_for_is_none_if_any_server_could_read_it(string text, int errors) =>
        SqlServerReader.Read(text).Errors.Count.ShouldBe(errors);

    [Theory]
    [InlineData("SELECT 1;\nSELCT 2;", "Write 'SELECT' if you mean that, or 'EXEC SELCT' to call a procedure.")]
    [InlineData("selct 2;", "Write 'SELECT' if you mean that, or 'EXEC selct' to call a procedure.")]
    [InlineData("SELECT 1;\nsp_rename 'a', 'b';", "Write 'EXEC sp_rename' to call a procedure.")]
    [InlineData("SELECT * FORM t WHERE a = 1;", "Write 'FROM' if you mean that; else correct the statement; or, if the server ")]
    public void A_misspelt_word_is_guessed(string text, string remedy) =>
        SqlServerReader.Read(text).Errors.ShouldHaveSingleItem().Remedy.ShouldStartWith(remedy);

    [Fact]
    public void The_first_statement_of_a_batch_may_be_a_call() =>
        SqlServerReader.Read("sp_rename 'a', 'b'\nGO\nsp_help").Errors.ShouldBeEmpty();
}
