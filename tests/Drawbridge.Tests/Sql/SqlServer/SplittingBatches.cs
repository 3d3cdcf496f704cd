using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Tests.Sql.SqlServer;

public sealed class SplittingBatches
{
    [Theory]
    [InlineData("SELECT 1\nGO\nSELECT 2", "SELECT 1\n", "SELECT 2")]
    [InlineData("SELECT 1\r\nGO\r\nSELECT 2\r\n", "SELECT 1\r\n", "SELECT 2\r\n")]
    [InlineData("SELECT 1\rgo\rSELECT 2", "SELECT 1\r", "SELECT 2")]
    [InlineData("SELECT 1\n  Go  -- next\nSELECT 2", "SELECT 1\n  ", "SELECT 2")]
    [InlineData("SELECT 1\nGO /* a\nb */\nSELECT 2", "SELECT 1\n", "SELECT 2")]
    [InlineData("SELECT 1\n/* a */ GO\nSELECT 2", "SELECT 1\n/* a */ ", "SELECT 2")]
    [InlineData("\ufeffSELECT 1\nGO", "SELECT 1\n")]
    [InlineData("GO\n-- nothing\nGO\n\nGO\nSELECT 1", "SELECT 1")]
    [InlineData("-- why\nCREATE PROCEDURE p AS SELECT 1;\nGO\n", "-- why\nCREATE PROCEDURE p AS SELECT 1;\n")]
    [InlineData("SELECT '\nGO\n'", "SELECT '\nGO\n'")]
    [InlineData("SELECT 1 AS [it's\nGO\n]", "SELECT 1 AS [it's\nGO\n]")]
    [InlineData("SELECT 1 AS \"\nGO\n\"", "SELECT 1 AS \"\nGO\n\"")]
    [InlineData("/* /* */\nGO\n*/ SELECT 1", "/* /* */\nGO\n*/ SELECT 1")]
    [InlineData("SELECT 1 -- '\nGO\nSELECT 2", "SELECT 1 -- '\n", "SELECT 2")]
    [InlineData("SELECT 1 GO\nSELECT 2", "SELECT 1 GO\nSELECT 2")]
    [InlineData("SELECT 1 AS\nGOAL", "SELECT 1 AS\nGOAL")]
    public void A_line_go_ends_a_batch_and_nothing_else_does(string text, params string[] batches)
    {
        var script = SqlServerReader.Read(text);
        script.Errors.ShouldBeEmpty();
        script.Batches.Select(batch => batch.Text).ShouldBe(batches);
        script.Batches.ShouldAllBe(batch => batch.Count == 1);
    }

    [Theory]
    [InlineData("INSERT t VALUES (1)\nGO 5", 5)]
    [InlineData("INSERT t VALUES (1)\n go 007 -- agents", 7)]
    [InlineData("INSERT t VALUES (1)\nGO\t1", 1)]
    public void A_number_behind_go_repeats_its_batch(string text, int count) =>
        SqlServerReader.Read(text).Batches.ShouldHaveSingleItem().Count.ShouldBe(count);

    [Theory]
    [InlineData("SELECT 1\nGO;\nSELECT 2", "';' can't stand behind 'GO' in line 2.")]
    [InlineData("SELECT 1\nGO GO\nSELECT 2", "'GO' can't stand behind 'GO' in line 2.")]
    [InlineData("SELECT 1\nGO 0\nSELECT 2", "'0' can't stand behind 'GO' in line 2.")]
    [InlineData("SELECT 1\ngo 5 SELECT 3\nSELECT 2", "'5' can't stand behind 'go' in line 2.")]
    [InlineData("SELECT 1\nGO 99999999999\nSELECT 2", "'99999999999' can't stand behind 'GO' in line 2.")]
    public void Anything_else_behind_go_is_an_error(string text, string message)
    {
        var script = SqlServerReader.Read(text);
        var error = script.Errors.ShouldHaveSingleItem();
        (error.Kind, error.Message).ShouldBe((SyntaxErrorKind.TextBehindGo, message));
        script.Batches.Select(batch => batch.Statements.ShouldHaveSingleItem().Text).ShouldBe(["SELECT 1", "SELECT 2"]);
    }

    [Fact]
    public void Statements_have_their_places_in_the_script()
    {
        var script = SqlServerReader.Read("-- 😀\nSELECT 1;;\nGO\n  SELECT '😀'; MERGE t USING s ON t.a = s.a WHEN MATCHED THEN DELETE;\n");
        script.Statements.Select(statement => (statement.Text, statement.Line, statement.Column)).ShouldBe(
        [
            ("SELECT 1", 2, 1),
            ("SELECT '😀'", 4, 3),
            ("MERGE t USING s ON t.a = s.a WHEN MATCHED THEN DELETE", 4, 15),
        ]);
        script.Batches.Select(batch => (batch.Start.Line, batch.Statements.Count)).ShouldBe([(1, 1), (4, 2)]);
    }

    [Theory]
    [InlineData("CREATE PROCEDURE p AS SELECT 1; SELECT 2;")]
    [InlineData("IF 1 = 1 SELECT 1; ELSE SELECT 2;")]
    [InlineData("BEGIN TRY SELECT 1; END TRY BEGIN CATCH THROW; END CATCH;")]
    [InlineData("WITH a AS (SELECT 1 AS b) SELECT b FROM a;")]
    public void What_holds_others_is_one_statement(string text) =>
        SqlServerReader.Read(text).Statements.ShouldHaveSingleItem().Text.ShouldBe(text[..^1]);

    [Fact]
    public void What_can_t_be_parsed_is_one_statement_among_the_others()
    {
        var script = SqlServerReader.Read("SELECT 1;\nSELECT SUM(a) OVER w FROM t WINDOW w;\nDROP TABLE t;");
        script.Errors.ShouldBeEmpty();
        script.Statements.Select(statement => (statement.Text, statement.Kind)).ShouldBe(
        [
            ("SELECT 1", StatementKind.Other),
            ("SELECT SUM(a) OVER w FROM t WINDOW w", StatementKind.Unparsed),
            ("DROP TABLE t", StatementKind.Other),
        ]);
    }
}
