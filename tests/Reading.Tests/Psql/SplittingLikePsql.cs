using Drawbridge.Tests.Shared;
using Drawbridge.Tests.Sql.PostgreSql.Generated;
using Xunit.Abstractions;

namespace Drawbridge.Reading.Tests.Psql;

/// <summary>Seeded, so that a failure comes again; the message names the seed.</summary>
public sealed class SplittingLikePsql(ITestOutputHelper output)
{
    /// <summary>As many as fit in a command line.</summary>
    private const int AtOnce = 250;

    [PgDumpFact]
    public Task Generated_scripts_fall_into_the_same_statements() =>
        Compare(Effort.Seeds.Select(seed => ($"seed {seed}", GeneratedScript.Of(seed, Reach.Psql).Text)));

    /// <summary>What damages are made from holds all that psql reads otherwise.</summary>
    [PgDumpFact]
    public Task Written_scripts_fall_into_the_same_statements() => Compare(
        from file in Effort.Files
        where !file.Contains("Corpus", StringComparison.Ordinal)
        select (file, File.ReadAllText(file)));

    private async Task Compare(IEnumerable<(string Name, string Text)> scripts)
    {
        var compared = 0;
        foreach (var some in scripts.Chunk(AtOnce))
        {
            var sent = await PsqlProgram.Split([.. some.Select(script => script.Text)]);
            sent.Count.ShouldBe(some.Length);
            foreach (var (script, statements) in some.Zip(sent))
            {
                Comparison.FindDifference(script.Text, statements).ShouldBeNull(script.Name);
                compared += statements.Count;
            }
        }

        output.WriteLine($"{compared} statements compared.");
        compared.ShouldBePositive();
    }
}
