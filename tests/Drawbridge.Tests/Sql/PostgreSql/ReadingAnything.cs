using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Sql.PostgreSql.Fuzzing;

namespace Drawbridge.Tests.Sql.PostgreSql;

/// <summary>Seeded, so that a failure comes again; the seed is in the test's name.</summary>
public sealed class ReadingAnything
{
    private static readonly string[] Gaps =
        [" ", "\n", "\r\n", "\r", "\t", "\f", ";", "; ;", "-- ' $$ /* \n", "--\r", "/* ; ' $$ \" */", "/* /* ; */ -- */", "\n\\restrict x\n"];

    private static readonly string[] Fragments =
        ["'", "''", "\"", "$$", "$a$", "$", "E'", "\\", "\\'", "/*", "*/", "--", "\n", "\r", ";", "(", ")", "BEGIN ATOMIC ", "END ", "CASE ", "\ud83d", "\ude00", "\0", "\ufeff",
         "CREATE FUNCTION ", "COPY t FROM STDIN;", "\n\\.\n", "-- drawbridge: ", "require ", "ALTER TABLE ", "DETACH PARTITION ", "1e", ".", "U&\"", "[", "set_config("];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Joined_statements_come_apart_again(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var statements = Enumerable.Range(0, random.Next(1, 20))
                .Select(_ => Pick(random, SplittingStatements.Whole))
                .ToArray();
            var text = string.Concat(statements.Select(statement => Gap(random) + statement + Trailing(random) + ";")) + Gap(random);
            var script = PostgreSqlReader.Read(text);
            script.Errors.ShouldBeEmpty(text);
            if (!script.Statements.Select(found => found.Text).SequenceEqual(statements))
            {
                script.Statements.Select(found => found.Text).ShouldBe(statements, text);
            }

            ScriptFlaw.Find(script).ShouldBeNull(text);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_text_is_read_without_an_exception(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pick(random, random.Next(4) == 0 ? Gaps : Fragments)));
            ScriptFlaw.Find(PostgreSqlReader.Read(text)).ShouldBeNull(text);
        }
    }

    [Theory]
    [InlineData("/*")]
    [InlineData("$")]
    [InlineData("$a")]
    [InlineData("'")]
    [InlineData("(")]
    [InlineData("E'\\'")]
    [InlineData("-- drawbridge: require (\n")]
    [InlineData("ALTER TABLE t DETACH PARTITION ")]
    public void Megabyte_of_one_thing_allocates_little(string thing)
    {
        var text = string.Concat(Enumerable.Repeat(thing, 1_000_000 / thing.Length));
        PostgreSqlReader.Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PostgreSqlReader.Read(text);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000);
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];

    private static string Gap(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pick(random, Gaps)));

    private static string Trailing(Random random) =>
        random.Next(2) == 0 ? "" : Pick(random, [" ", "\n", "/* ; */", " -- ;\n"]);
}
