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
    [InlineData("a\r\n\tb\tc\r\nd", 2, "\tb\tc")]
    [InlineData("\ufeffa\rb", 1, "a")]
    [InlineData("a\rb", 2, "b")]
    [InlineData("a\n", 2, "")]
    [InlineData("", 1, "")]
    [InlineData("a\n", 3, null)]
    [InlineData("a\n", 0, null)]
    [InlineData("a\n", int.MaxValue, null)]
    public void Line_has_its_text_without_the_break(string text, int number, string? line) =>
        (new LineMap(text).Line(number) is { } span ? text.Substring(span.Offset, span.Length) : null).ShouldBe(line);

    [Theory]
    [InlineData("a\r\nb", 2, 1, 3)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\r\r\nb", 2, 2, 1)]
    [InlineData("\ufeffa", 0, 1, 1)]
    [InlineData("\ufeffa", 1, 1, 1)]
    [InlineData("e\u0301\t😀x", 5, 1, 5)]
    [InlineData("a\n", 2, 2, 1)]
    [InlineData("a\nb", 99, 2, 2)]
    public void Every_offset_has_a_place(string text, int offset, int line, int column)
    {
        var position = new LineMap(text).Locate(offset);
        (position.Line, position.Column).ShouldBe((line, column));
    }
}
