using Drawbridge.GitHubAction.Excerpts;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.GitHubAction.Tests.Excerpts;

public sealed class ShowingALine
{
    [Theory]
    [InlineData("SELECT x", 8, 9, "SELECT x", "       ^")]
    [InlineData("SELECT name", 8, 12, "SELECT name", "       ^^^^")]
    [InlineData("\tb\tc", 4, 4, "\tb\tc", "\t \t^")]
    [InlineData("'😀e\u0301' x", 7, 8, "'😀e\u0301' x", "      ^")]
    [InlineData("'漢字', ｘ, ｱ", 6, 8, "'漢字', ｘ, ｱ", "       ^^^")]
    [InlineData("'한', 表名", 6, 8, "'한', 表名", "      ^^^^")]
    [InlineData("ab", 3, 3, "ab", "  ^")]
    [InlineData("ab", 99, 120, "ab", "  ^")]
    [InlineData("ab", -5, int.MaxValue, "ab", "^^")]
    [InlineData("", 1, 1, "", "^")]
    public void Caret_stands_below_the_character(string line, int from, int to, string source, string carets)
    {
        var excerpt = Excerpt.Of(line, new Mark(1, from, to));
        (excerpt.Source, excerpt.Carets).ShouldBe((source, carets));
    }

    [Theory]
    [InlineData("\u001b[31mx", 6, "\\u{1B}[31mx", "          ^")]
    [InlineData("a\u202Eb\u2066c", 5, "a\\u{202E}b\\u{2066}c", "                  ^")]
    [InlineData("a\u0000b", 2, "a\\u{0}b", " ^^^^^")]
    public void What_is_invisible_is_shown_and_still_counted(string line, int column, string source, string carets)
    {
        var excerpt = Excerpt.Of(line, new Mark(1, column, column + 1));
        (excerpt.Source, excerpt.Carets).ShouldBe((source, carets));
    }

    [Theory]
    [InlineData(1, 30, false, true)]
    [InlineData(500, 60, true, true)]
    [InlineData(1000, 60, true, false)]
    public void Long_line_is_cut_around_the_mark(int column, int width, bool isCutBefore, bool isCutBehind)
    {
        var excerpt = Excerpt.Of(new string('a', column - 1) + 'X' + new string('b', 1000 - column), new Mark(1, column, column + 1), width);

        excerpt.Source.Trim('…').Length.ShouldBe(width);
        (excerpt.Source.StartsWith('…'), excerpt.Source.EndsWith('…')).ShouldBe((isCutBefore, isCutBehind));
        excerpt.Carets.IndexOf('^', StringComparison.Ordinal).ShouldBe(excerpt.Source.IndexOf('X', StringComparison.Ordinal));
    }

    [Fact]
    public void Wide_characters_are_cut_by_the_room_that_they_take()
    {
        var excerpt = Excerpt.Of(string.Concat(Enumerable.Repeat("😀", 1000)), new Mark(1, 500, 2000), width: 40);
        excerpt.Source.ShouldBe("…" + string.Concat(Enumerable.Repeat("😀", 20)) + "…");
        excerpt.Carets.ShouldBe(new string(' ', 21) + new string('^', 20));
    }

    [Fact]
    public void Character_with_a_thousand_marks_is_cut_too() =>
        Excerpt.Of("a" + new string('\u0301', 1000) + "b", new Mark(1, 1, 2)).Source.Length.ShouldBe(101);

    [Fact]
    public void Margin_has_the_line_s_number_and_its_width() =>
        new SourceText("a\r\n\r\nb c\r\n").Show(new Mark(3, 3, 4))!.Rows.ShouldBe(["3 | b c", "  |   ^"]);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Line_that_is_not_there_is_not_shown(int line) =>
        new SourceText("a\nb").Show(Mark.At(line, 1)).ShouldBeNull();

    [Theory]
    [InlineData("CREATE ROLE shop\n  LOGIN PASSWORD 'correct horse';\nSELECT 1;", 2)]
    [InlineData("CREATE ROLE shop PASSWORD -- here\n  $$correct\nhorse$$;\nSELECT 1;", 1, 2, 3)]
    [InlineData("CREATE USER MAPPING FOR a SERVER b OPTIONS (user 'c',\n\"password\" 'correct horse');", 2)]
    [InlineData("DO $$ BEGIN\n  EXECUTE 'ALTER ROLE a PASSWORD ''correct horse''';\nEND $$;", 2)]
    [InlineData("SELECT dblink_connect(\n'host=a password=correcthorse');", 2)]
    [InlineData("SELECT dblink_connect(\n'postgres://me:correcthorse@host/db');", 2)]
    [InlineData("COPY users (id, name) FROM STDIN;\n1\thorse\n\\.\nSELECT 1;", 2)]
    public void Rows_and_passwords_are_not_shown(string sql, params int[] hidden)
    {
        var source = new SourceText(PostgreSqlReader.Read(sql));
        Enumerable.Range(1, sql.Split('\n').Length).Where(line => source.Show(Mark.At(line, 1)) is null).ShouldBe(hidden);
    }

    [Theory]
    [InlineData("CREATE LOGIN shop\nWITH PASSWORD = N'correct horse', CHECK_POLICY = ON;\nSELECT 1;", 2)]
    [InlineData("CREATE LOGIN shop WITH PASSWORD =\n'correct horse';\nSELECT 1;", 1, 2)]
    [InlineData("CREATE DATABASE SCOPED CREDENTIAL c WITH IDENTITY = 'me',\nSECRET = 'correct horse';", 2)]
    public void Passwords_and_secrets_of_T_SQL_are_not_shown(string sql, params int[] hidden)
    {
        var source = new SourceText(SqlServerReader.Read(sql));
        Enumerable.Range(1, sql.Split('\n').Length).Where(line => source.Show(Mark.At(line, 1)) is null).ShouldBe(hidden);
    }

    [Theory]
    [InlineData("ALTER TABLE users ADD password text NOT NULL;")]
    [InlineData("ALTER TABLE users ADD password_hash text DEFAULT 'none';")]
    [InlineData("COMMENT ON TABLE a IS 'https://example.org/a@b';")]
    [InlineData("SELECT 'password")]
    public void Mere_names_are_shown(string sql) =>
        new SourceText(PostgreSqlReader.Read(sql)).Show(Mark.At(1, 1)).ShouldNotBeNull();
}
