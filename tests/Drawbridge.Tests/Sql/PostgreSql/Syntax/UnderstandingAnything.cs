using System.Reflection;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Tests.Sql.PostgreSql.Syntax;

/// <summary>Seeded, so that a failure comes again; the seed is in the test's name.</summary>
public sealed class UnderstandingAnything
{
    /// <summary>Every statement of the tables in this folder.</summary>
    private static readonly string[] Samples =
    [
        .. from type in typeof(UnderstandingAnything).Assembly.GetTypes()
           where type.Namespace == typeof(UnderstandingAnything).Namespace && type.Name.StartsWith("Understanding", StringComparison.Ordinal)
           from method in type.GetMethods()
           from row in method.GetCustomAttributes<InlineDataAttribute>()
           let cells = row.GetData(method).Single()
           where cells is [string, string]
           select (string)cells[0],
    ];

    [Fact]
    public void Every_beginning_of_every_sample_is_read()
    {
        Samples.Length.ShouldBeGreaterThan(200);
        foreach (var sample in Samples)
        {
            for (var length = 0; length <= sample.Length; length++)
            {
                SyntaxFlaw.Find(PostgreSqlReader.Read(sample[..length])).ShouldBeNull(sample[..length]);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Words_in_any_order_are_read(int seed)
    {
        var random = new Random(seed);
        var words = Samples.SelectMany(sample => sample.Split(' ')).ToArray();
        for (var round = 0; round < 3_000; round++)
        {
            var sample = Samples[random.Next(Samples.Length)].Split(' ').ToList();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                Mutate(sample, words, random);
            }

            var text = string.Join(' ', sample);
            SyntaxFlaw.Find(PostgreSqlReader.Read(text)).ShouldBeNull(text);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[ ")]
    [InlineData("WITH a AS (")]
    [InlineData("WITH a AS (INSERT INTO t ")]
    [InlineData("CREATE SCHEMA s ")]
    [InlineData("EXPLAIN ")]
    [InlineData("CREATE TABLE t (a int ")]
    [InlineData("ALTER TABLE t ADD a int NOT NULL, ")]
    [InlineData("CASE ")]
    [InlineData("GRANT ")]
    [InlineData("a.")]
    [InlineData("NOT ")]
    [InlineData("set_config('a', ")]
    public void Megabyte_of_one_thing_is_no_trouble(string thing)
    {
        var megabyte = string.Concat(Enumerable.Repeat(thing, 1_000_000 / thing.Length));
        foreach (var head in (string[])["", "SELECT ", "CREATE TABLE t (a int DEFAULT ", "ALTER TABLE t ALTER a TYPE ", "SET a TO ", "CREATE SCHEMA s "])
        {
            _ = PostgreSqlReader.Read(head + megabyte).Statements.Sum(statement => statement.Syntax.Span.Length);
        }
    }

    private static void Mutate(List<string> sample, string[] words, Random random)
    {
        var at = random.Next(sample.Count);
        switch (random.Next(4))
        {
            case 0 when sample.Count > 1:
                sample.RemoveAt(at);
                break;
            case 1:
                sample.Insert(at, sample[random.Next(sample.Count)]);
                break;
            default:
                sample.Insert(at, words[random.Next(words.Length)]);
                break;
        }
    }
}
