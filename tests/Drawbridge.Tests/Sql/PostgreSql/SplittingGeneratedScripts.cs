using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Sql.PostgreSql.Generated;

namespace Drawbridge.Tests.Sql.PostgreSql;

/// <summary>Seeded, so that a failure comes again; the message names the seed.</summary>
public sealed class SplittingGeneratedScripts
{
    private const int Scripts = 2_000;

    [Fact]
    public void Statements_come_out_as_they_went_in()
    {
        for (var seed = 0; seed < Scripts; seed++)
        {
            var generated = GeneratedScript.Of(seed, Reach.Server);
            var script = PostgreSqlReader.Read(generated.Text);
            script.Errors.ShouldBeEmpty($"seed {seed}");
            var expected = generated.Statements.Select(statement => Describe(statement, generated.Text));
            script.Statements.Select(Describe).ShouldBe(expected, $"seed {seed}");
        }
    }

    [Fact]
    public void A_NUL_anywhere_is_an_error_at_its_place()
    {
        for (var seed = 0; seed < Scripts; seed++)
        {
            var text = GeneratedScript.Of(seed, Reach.Server).Text;
            var place = new Random(seed).Next(1, text.Length);
            text = text.Insert(place, "\0");
            var error = PostgreSqlReader.Read(text).Errors.First(found => found.Kind == SyntaxErrorKind.NulCharacter);
            error.Position.ShouldBe(Places.Locate(text, place), $"seed {seed}");
        }
    }

    private static string Describe(SqlStatement statement) =>
        $"{statement.Start} {statement.CopyData} {statement.Text}";

    private static string Describe(GeneratedStatement statement, string text)
    {
        var end = statement.Offset + statement.Text.Length;
        var hasRows = end < text.Length && text[end] == ';';
        TextSpan? rows = statement.Rows is null
            ? null
            : new TextSpan(hasRows ? text.IndexOf('\n', end) + 1 : text.Length, statement.Rows.Length);
        return $"{Places.Locate(text, statement.Offset)} {rows} {statement.Text}";
    }
}
