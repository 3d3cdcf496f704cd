using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Tests.Sql.PostgreSql;

public sealed class FindingSyntaxErrors
{
    [Theory]
    [InlineData("SELECT 1;\nSELECT 'it", SyntaxErrorKind.UnterminatedString, 2, 8)]
    [InlineData("SELECT E'it\\'", SyntaxErrorKind.UnterminatedString, 1, 8)]
    [InlineData("SELECT E'it\\", SyntaxErrorKind.UnterminatedString, 1, 8)]
    [InlineData("SELECT B'0''1", SyntaxErrorKind.UnterminatedString, 1, 12)]
    [InlineData("SELECT \"it", SyntaxErrorKind.UnterminatedIdentifier, 1, 8)]
    [InlineData("SELECT U&\"it\"\"", SyntaxErrorKind.UnterminatedIdentifier, 1, 8)]
    [InlineData("DO $a$ begin end $A$;", SyntaxErrorKind.UnterminatedDollarQuote, 1, 4)]
    [InlineData("/* a /* b */", SyntaxErrorKind.UnterminatedComment, 1, 1)]
    [InlineData("SELECT 1;\r\n\t(SELECT (2);", SyntaxErrorKind.UnclosedParenthesis, 2, 2)]
    [InlineData("SELECT 1);", SyntaxErrorKind.UnopenedParenthesis, 1, 9)]
    [InlineData("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE a WHEN 1 THEN 2 END END;",
        SyntaxErrorKind.UnterminatedBody, 1, 33)]
    [InlineData("\\i other.sql\nSELECT 1;", SyntaxErrorKind.PsqlCommand, 1, 1)]
    [InlineData("SELECT 1 \\gset\n", SyntaxErrorKind.PsqlCommand, 1, 10)]
    [InlineData("SELECT 1\n\\restrict k\n;", SyntaxErrorKind.PsqlCommand, 2, 1)]
    [InlineData("\\restricted\n", SyntaxErrorKind.PsqlCommand, 1, 1)]
    [InlineData("COPY t FROM STDIN; SELECT 1;\n\\.\n", SyntaxErrorKind.TextBeforeCopyData, 1, 20)]
    [InlineData("SELECT '😀',\0;", SyntaxErrorKind.NulCharacter, 1, 12)]
    [InlineData("SELECT 1;\n<<<<<<< HEAD\n", SyntaxErrorKind.NotAStatement, 2, 1)]
    [InlineData("SELECT 1;\nCREAT TABLE t ()", SyntaxErrorKind.NotAStatement, 2, 1)]
    [InlineData("\"select\" 1", SyntaxErrorKind.NotAStatement, 1, 1)]
    public void Error_says_where_it_began(string text, SyntaxErrorKind kind, int line, int column)
    {
        var error = PostgreSqlReader.Read(text).Errors.ShouldHaveSingleItem();
        (error.Kind, error.Position.Line, error.Position.Column).ShouldBe((kind, line, column));
        error.Message.ShouldContain($"line {line}");
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Errors_are_in_the_order_of_the_text()
    {
        var errors = PostgreSqlReader.Read("(\n-- drawbridge: transaction=maybe\n\\x\n'").Errors;
        errors.Select(error => error.Kind).ShouldBe(
            [SyntaxErrorKind.UnclosedParenthesis, SyntaxErrorKind.InvalidDirective, SyntaxErrorKind.PsqlCommand, SyntaxErrorKind.UnterminatedString]);
    }

    [Theory]
    [InlineData("CREAT TABLE t ()", "CREATE")]
    [InlineData("creates", "CREATE")]
    [InlineData("ALTRE TABLE t", "ALTER")]
    [InlineData("DORP TABLE t", "DROP")]
    [InlineData("slect 1", "SELECT")]
    [InlineData("slect(1)", "SELECT")]
    [InlineData("slect--the first", "SELECT")]
    [InlineData("GO", null)]
    [InlineData("USE app", null)]
    [InlineData("xyzzy", null)]
    public void Misspelt_first_word_gets_the_nearest_keyword(string text, string? keyword)
    {
        var error = PostgreSqlReader.Read(text).Errors.ShouldHaveSingleItem();
        error.Kind.ShouldBe(SyntaxErrorKind.NotAStatement);
        error.Message.ShouldBe($"No statement starts with '{text.Split([' ', '(', '-'])[0]}' (line 1).");
        error.Remedy.ShouldBe(keyword is null ? "Remove it, or complete the statement." : $"Write '{keyword}' if you mean that.");
    }

    [Fact]
    public void Every_statement_of_the_servers_may_begin() =>
        PostgreSqlReader.Read(
            "ABORT; ALTER; ANALYSE; ANALYZE; BEGIN; CALL; CHECKPOINT; CLOSE; CLUSTER; COMMENT; COMMIT; COPY; CREATE; DEALLOCATE; DECLARE; DELETE; "
            + "DISCARD; DO; DROP; END; EXECUTE; EXPLAIN; FETCH; GRANT; IMPORT; INSERT; LISTEN; LOAD; LOCK; MERGE; MOVE; NOTIFY; PREPARE; REASSIGN; "
            + "REFRESH; REINDEX; RELEASE; RESET; REVOKE; ROLLBACK; SAVEPOINT; SECURITY; SELECT; SET; SHOW; START; TABLE; TRUNCATE; UNLISTEN; "
            + "UPDATE; VACUUM; VALUES; WITH; (SELECT 1)").Errors.ShouldBeEmpty();

    [Fact]
    public void Number_of_errors_is_bounded() =>
        PostgreSqlReader.Read(new string(')', 100_000)).Errors.Count.ShouldBe(SqlScript.MostErrors);

    [Fact]
    public void Statement_behind_an_error_is_still_read() =>
        PostgreSqlReader.Read("SELECT 1);\nSELECT 2;").Statements
            .Select(statement => statement.Text)
            .ShouldBe(["SELECT 1)", "SELECT 2"]);
}
