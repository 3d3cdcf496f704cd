using System.Diagnostics;
using System.Globalization;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;
using Drawbridge.Tests.Sql.PostgreSql.Generated;
using Xunit.Abstractions;

namespace Drawbridge.Tests.Sql.PostgreSql.Fuzzing;

/// <summary>
/// Damages the corpus and reads what is left. Each run takes the same thirty thousand texts; <c>./build.sh Fuzz</c> goes
/// on for minutes, from any seed.
/// </summary>
public sealed class FuzzingTheReader(ITestOutputHelper output)
{
    private const int UsualTexts = 30_000;
    private const int DeepestDamage = 6;

    /// <summary>Memory stands for steps: it is the same in every run, and grows with what the reader does.</summary>
    private const int BytesPerCharacter = 600;

    private const int BytesPerScript = 300_000;

    private static readonly double Minutes = Number("DRAWBRIDGE_FUZZ_MINUTES", usually: 0);
    private static readonly int Seed = (int)Number("DRAWBRIDGE_FUZZ_SEED", usually: 1);

    [Fact]
    public void Damaged_scripts_are_read()
    {
        var (texts, clock) = (0, Stopwatch.StartNew());
        for (var seed = Seed; texts < UsualTexts || clock.Elapsed.TotalMinutes < Minutes; seed++)
        {
            texts += DamageAndRead(seed);
        }

        output.WriteLine($"{texts} texts read, from seed {Seed}.");
    }

    /// <summary>One text, damaged more and more; the same for the same seed.</summary>
    private static int DamageAndRead(int seed)
    {
        var random = new Random(seed);
        var mutation = new Mutation(random);
        var text = Pick(random);
        for (var damage = 1; damage <= DeepestDamage; damage++)
        {
            text = mutation.Of(text, Pick(random));
            string? flaw = null;
            var exception = Record.Exception(() => flaw = Find(text));
            (exception?.ToString() ?? flaw).ShouldBeNull($"seed {seed}, damage {damage}: {text}");
        }

        return DeepestDamage;
    }

    private static string? Find(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var script = PostgreSqlReader.Read(text);
        _ = script.Statements.Sum(statement => statement.Syntax.Span.Length);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return bytes > BytesPerScript + BytesPerCharacter * text.Length
            ? $"{bytes} bytes for {text.Length} characters"
            : ScriptFlaw.Find(script) ?? FindInNeighbours(script);
    }

    /// <summary>What stands behind a whole script changes nothing about it.</summary>
    private static string? FindInNeighbours(SqlScript script)
    {
        if (script.Errors.Count > 0 || script.Statements is [] or [.., { CopyData: not null }])
        {
            return null;
        }

        var longer = PostgreSqlReader.Read($"{script.Text}\n;SELECT ';'");
        return longer.Errors.Count == 0 && TextsOf(longer).SequenceEqual(TextsOf(script).Append("SELECT ';'"))
            ? null
            : "one more statement behind it changes how it is read";
    }

    private static IEnumerable<string> TextsOf(SqlScript script) => script.Statements.Select(statement => statement.Text);

    private static string Pick(Random random) => Corpus.Texts[random.Next(Corpus.Texts.Count)];

    private static double Number(string variable, double usually) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } number
            ? double.Parse(number, CultureInfo.InvariantCulture)
            : usually;
}
