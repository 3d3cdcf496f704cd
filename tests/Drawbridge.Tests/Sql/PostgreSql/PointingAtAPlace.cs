using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Tests.Sql.PostgreSql;

public sealed class PointingAtAPlace
{
    [Theory]
    [InlineData("\n", 3)]
    [InlineData("\r\n", 3)]
    [InlineData("\r", 3)]
    public void Every_line_break_ends_a_line(string lineBreak, int line)
    {
        var script = PostgreSqlReader.Read($"-- one{lineBreak}/* '😀' */{lineBreak}\t/* 😀 */ SELECT 1;");
        script.Errors.ShouldBeEmpty();
        var statement = script.Statements.ShouldHaveSingleItem();
        (statement.Line, statement.Column).ShouldBe((line, 10));
        script.Lines.Locate(statement.Offset).ShouldBe(statement.Start);
    }

    [Fact]
    public void Byte_order_mark_takes_no_column()
    {
        var statement = PostgreSqlReader.Read("\ufeffSELECT 1").Statements.ShouldHaveSingleItem();
        (statement.Offset, statement.Column).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("SELECT 1;\nSELECT '😀😀', x", 14, 2, 14)]
    [InlineData("SELECT 1;\r\n\r\n  SELECT\r\n\tx", 10, 4, 2)]
    [InlineData("SELECT 1;\rSELECT\rx", 8, 3, 1)]
    [InlineData("SELECT 1;\nSELECT 1 +", 11, 2, 11)]
    [InlineData("SELECT 1;\nSELECT 1 +", 9999, 2, 11)]
    [InlineData("SELECT 1;\nSELECT 1 +", 0, 2, 1)]
    public void Server_position_counts_characters_from_the_statement(string text, int characters, int line, int column)
    {
        var script = PostgreSqlReader.Read(text);
        var position = script.Lines.Locate(script.Statements[^1], characters);
        (position.Line, position.Column).ShouldBe((line, column));
    }

    [Theory]
    [InlineData("SELECT x", 7, "SELECT x\n       ^")]
    [InlineData("a\r\n\tb\tc\r\nd", 6, "\tb\tc\n\t \t^")]
    [InlineData("'😀e\u0301' x", 7, "'😀e\u0301' x\n     ^")]
    [InlineData("\u001b[31mx", 5, "\ufffd[31mx\n     ^")]
    [InlineData("ab", 2, "ab\n  ^")]
    [InlineData("", 0, "\n^")]
    public void Caret_stands_below_the_character(string text, int offset, string snippet)
    {
        var lines = new LineMap(text);
        lines.Snippet(lines.Locate(offset)).ShouldBe(snippet);
    }

    [Fact]
    public void Long_line_is_cut_around_the_caret()
    {
        var lines = new LineMap(string.Concat(Enumerable.Repeat("😀", 1000)));
        var rows = lines.Snippet(lines.Locate(1000)).Split('\n');
        rows[0].ShouldBe("…" + string.Concat(Enumerable.Repeat("😀", 80)) + "…");
        rows[1].ShouldBe(new string(' ', 41) + "^");
    }
}
