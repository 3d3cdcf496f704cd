using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Shared;
using Drawbridge.Tests.Sql.PostgreSql.Generated;

namespace Drawbridge.Reading.Tests.Servers;

/// <summary>Seeded, so that a failure comes again; the message names the seed.</summary>
public sealed class PointingAtTheServersPlace
{
    /// <summary>A parenthesis that closes nothing is wrong behind every statement, and nowhere before.</summary>
    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task Position_in_a_statement_is_a_place_in_the_script(int version)
    {
        await using var parser = await Parser.Of(await PostgresVersions.Server(version));
        foreach (var seed in Effort.Seeds)
        {
            var generated = VersionedGrammar.Script(seed, version);
            var broken = generated.Statements[seed % generated.Statements.Count];
            if (!VersionedGrammar.Knows(version, broken))
            {
                continue;
            }

            var place = broken.Offset + broken.Text.Length;
            var script = PostgreSqlReader.Read(generated.Text.Insert(place, ")"));
            var statement = script.Statements.Single(found => found.Offset == broken.Offset);
            var verdict = await parser.Judge(statement.Text);
            var located = script.Lines.Locate(statement, verdict.Position);
            located.ShouldBe(Places.Locate(script.Text, place), $"seed {seed}: {verdict}");
        }
    }
}
