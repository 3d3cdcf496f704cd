using System.Text;
using Drawbridge.Tests.Shared;
using Drawbridge.Tests.Sql.PostgreSql.Generated;
using Xunit.Abstractions;

namespace Drawbridge.Reading.Tests.Servers;

/// <summary>Seeded, so that a failure comes again; the message names the seed.</summary>
public sealed class AgreeingWithTheParser(ITestOutputHelper output)
{
    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task Every_generated_statement_is_one_to_the_server(int version)
    {
        await using var parser = await Parser.Of(await PostgresVersions.Server(version));
        var statements =
            from seed in Effort.Seeds
            from statement in VersionedGrammar.Script(seed, version).Statements
            where VersionedGrammar.Knows(version, statement)
            select (seed, statement.Text);
        foreach (var (seed, text) in statements)
        {
            var verdict = await parser.Judge(text);
            (verdict.Answer is Answer.One or Answer.NothingOrEnd).ShouldBeTrue($"seed {seed}: {verdict} {text}");
        }
    }

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public Task Generated_scripts_are_read_as_the_server_reads_them(int version) =>
        Compare(version, Effort.Seeds.Select(seed => ($"seed {seed}", GeneratedScript.Of(seed, Reach.Server).Text)));

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public Task Damaged_scripts_are_read_as_the_server_reads_them(int version) =>
        Compare(version, Effort.Seeds.Select(seed => ($"seed {seed}", Damaged(seed))));

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public Task Written_scripts_are_read_as_the_server_reads_them(int version) =>
        Compare(version, Effort.Files.Select(file => (file, File.ReadAllText(file))));

    private async Task Compare(int version, IEnumerable<(string Name, string Text)> scripts)
    {
        await using var parser = await Parser.Of(await PostgresVersions.Server(version));
        var (disagreement, compared) = (new Disagreement(parser), 0);
        foreach (var (name, text) in scripts)
        {
            (await disagreement.Find(text)).ShouldBeNull($"{name}: {text}");
            compared++;
        }

        output.WriteLine($"{compared} scripts compared with PostgreSQL {version}.");
    }

    /// <summary>Now a generated script, now a written one; what no driver can send is left out.</summary>
    private static string Damaged(int seed)
    {
        var generated = GeneratedScript.Of(seed, Reach.Server).Text;
        var written = File.ReadAllText(Effort.Files[seed / 2 % Effort.Files.Count]);
        var mutation = new Mutation(new Random(seed));
        var damaged = seed % 2 == 0 ? mutation.Of(generated, written) : mutation.Of(written, generated);
        return string.Concat(damaged.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));
    }
}
