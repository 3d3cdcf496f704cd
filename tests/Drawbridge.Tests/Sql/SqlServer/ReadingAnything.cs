using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;
using Drawbridge.Tests.Sql.SqlServer.Fuzzing;

namespace Drawbridge.Tests.Sql.SqlServer;

/// <summary>Seeded, so that a failure comes again; the seed is in the test's name.</summary>
public sealed class ReadingAnything
{
    private static readonly string[] Statements =
    [
        "SELECT 1", "SELECT 'it''s; GO' AS [a]]b;c], \"d\"", "UPDATE t SET a = CASE WHEN a = 1 THEN 2 ELSE 3 END WHERE b IN (1, 2)",
        "IF 1 = 1 BEGIN SELECT 1; SELECT 2; END ELSE BEGIN SELECT 3; END", "BEGIN TRY SELECT 1; END TRY BEGIN CATCH THROW; END CATCH",
        "MERGE t USING s ON t.a = s.a WHEN MATCHED THEN DELETE", "WITH a AS (SELECT 1 AS b) SELECT b FROM a", "DECLARE @a int = 1",
        "BEGIN TRANSACTION", "EXEC dbo.p @a = 'GO'", "CREATE TABLE t (a int, b nvarchar(max) DEFAULT N';')", "WHILE 1 = 0 SELECT 1",
        "SELECT JSON_OBJECT('a':1)", "SELECT a || b FROM t",
    ];

    private static readonly string[] Gaps = [" ", "\n", "\r\n", "\t", ";", "; ;", "-- ' [ /* \n", "/* ; ' [ \" */", "/* /* ; */ -- */", "\n-- GO\n", "/*\nGO\n*/"];

    private static readonly string[] Fragments =
    [
        "'", "''", "\"", "[", "]", "N'", "/*", "*/", "--", "\n", "\r", ";", "(", ")", "BEGIN ", "END ", "CASE ", "IF ", "ELSE ", "GO", "\nGO\n", "\nGO 5\n",
        "\ud83d", "\ude00", "\0", "\ufeff", "CREATE PROCEDURE p AS ", "CREATE OR ALTER ", "VIEW ", "SELECT ", "a", "1", "@a", ",", "= ", "$(a)", ":r ", "!!",
        "-- drawbridge: ", "require ", "ignore unparsed-statement x", "ALTER DATABASE ", "EXEC ", "0x", "1e", ".", "TRAN ", "TRY ", "CATCH ", "$", "{", "}", "\\",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Joined_statements_come_apart_again(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var statements = Enumerable.Range(0, random.Next(1, 20)).Select(_ => Pick(random, Statements)).ToArray();
            var text = string.Concat(statements.Select(statement => $"{Gap(random)}{statement};{(random.Next(4) == 0 ? "\nGO -- next\n" : "")}")) + Gap(random);
            var script = SqlServerReader.Read(text);
            script.Errors.ShouldBeEmpty(text);
            script.Statements.Select(found => found.Text).ShouldBe(statements, text);
            ScriptFlaw.Find(text).ShouldBeNull(text);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_text_is_read_without_an_exception(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            string[][] choices = [Gaps, Fragments, Fragments, Statements];
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pick(random, choices[random.Next(choices.Length)])));
            ScriptFlaw.Find(text).ShouldBeNull(text);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("SELECT (")]
    [InlineData("CASE WHEN 1 = 1 THEN ")]
    [InlineData("BEGIN ")]
    [InlineData("IF 1 = 1 ")]
    [InlineData("IF 1 = 1 SELECT 1; ELSE ")]
    [InlineData("- ")]
    [InlineData("SELECT 1 UNION ")]
    [InlineData("SELECT a + ")]
    [InlineData("a.")]
    [InlineData("/*")]
    [InlineData("'")]
    [InlineData("[")]
    [InlineData("GO\n")]
    [InlineData(";")]
    [InlineData("-- drawbridge: require (\n")]
    public void What_repeats_itself_without_end_overflows_no_stack(string thing)
    {
        var text = string.Concat(Enumerable.Repeat(thing, 200_000 / thing.Length));
        var thread = new Thread(() => SqlServerReader.Read(text), maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
    }

    [Theory]
    [InlineData("SELECT {0}1{1}", "(", ")")]
    [InlineData("SELECT 1{0}", " + 1", "")]
    [InlineData("SELECT 1{0}", " UNION ALL SELECT 1", "")]
    [InlineData("SELECT {0}1", "- ", "")]
    [InlineData("{0}SELECT 1", "IF 1 = 1 ", "")]
    public void What_nests_too_deeply_is_left_to_the_server(string form, string opening, string closing)
    {
        const int Levels = 5_000;
        var text = string.Format(form, string.Concat(Enumerable.Repeat(opening, Levels)), string.Concat(Enumerable.Repeat(closing, Levels)));
        var script = SqlServerReader.Read(text);
        script.Errors.ShouldBeEmpty();
        script.Statements.ShouldHaveSingleItem().Kind.ShouldBe(StatementKind.Unparsed);
    }

    [Fact]
    public void What_is_long_but_not_deep_is_read()
    {
        var rows = string.Join(", ", Enumerable.Repeat("(1 + 2, -3)", 10_000));
        var ifs = string.Concat(Enumerable.Repeat("IF 1 = 1 BEGIN UPDATE t SET a = a + 1 WHERE b = 2 AND c = 3; END\n", 3_000));
        var script = SqlServerReader.Read($"INSERT INTO t (a, b) VALUES {rows};\n{ifs}");
        script.Statements.Count.ShouldBe(3_001);
        script.Statements.ShouldAllBe(statement => statement.Kind == StatementKind.Other);
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];

    private static string Gap(Random random) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, Gaps)));
}
