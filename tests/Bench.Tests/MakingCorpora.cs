using System.Security.Cryptography;
using System.Text;
using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.Bench.Tests;

public sealed class MakingCorpora(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    /// <summary>Who changes a corpus can't compare with what was measured before: change these knowingly.</summary>
    [Theory]
    [InlineData("ddl", "b211cf2ab0f7f685")]
    [InlineData("cheap", "44e98005b94ec858")]
    public void Scripts_are_the_same_ever_since(string name, string digest)
    {
        var text = string.Concat(Corpus.Of(name, 1000).Scripts.Select(script => $"-- {script.Name}\n{script.Text}"));
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16].ShouldBe(digest);
    }

    [Theory]
    [InlineData("ddl")]
    [InlineData("cheap")]
    public void Names_sort_like_numbers(string name)
    {
        var names = Corpus.Of(name, 5000).Scripts.Select(script => script.Name).ToList();
        names.ShouldBe(names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ddl")]
    [InlineData("cheap")]
    public void Statements_are_what_the_reader_finds(string name) =>
        Corpus.Of(name, 10).Scripts.ShouldAllBe(script => Read(script.Text).SequenceEqual(script.Statements));

    [PostgresTheory]
    [InlineData("ddl")]
    [InlineData("cheap")]
    public async Task Evidence_tells_a_whole_corpus_from_one_that_lacks_its_end(string name)
    {
        var corpus = Corpus.Of(name, 9);
        var database = await postgres.CreateDatabase();
        await using var connection = await postgres.Server.Connect(database);

        await Execute(connection, corpus.Scripts.Take(8));
        (await Evidence(connection, corpus)).ShouldBe(corpus.Whole - 1);

        await Execute(connection, corpus.Scripts[8]);
        (await Evidence(connection, corpus)).ShouldBe(corpus.Whole);
    }

    private static IEnumerable<string> Read(string text) =>
        PostgreSqlReader.Read(text).Statements.Select(statement => $"{statement.Text};");

    private static async Task Execute(NpgsqlConnection connection, params IEnumerable<CorpusScript> scripts)
    {
        foreach (var statement in scripts.SelectMany(script => script.Statements))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<long> Evidence(NpgsqlConnection connection, Corpus corpus)
    {
        await using var command = new NpgsqlCommand(corpus.Evidence, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
