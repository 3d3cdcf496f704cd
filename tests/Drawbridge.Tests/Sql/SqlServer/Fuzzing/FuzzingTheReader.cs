using System.Diagnostics;
using System.Globalization;
using Drawbridge.Tests.Rules;
using Drawbridge.Tests.Sql.PostgreSql.Generated;
using Xunit.Abstractions;

namespace Drawbridge.Tests.Sql.SqlServer.Fuzzing;

/// <summary>
/// Damages the examples of the rules' pages, reads what is left and lets the rules look at it. Each run takes the same
/// texts; <c>./build.sh Fuzz</c> goes on for minutes, from any seed.
/// </summary>
public sealed class FuzzingTheReader(ITestOutputHelper output)
{
    private const int UsualTexts = 3_000;
    private const int DeepestDamage = 6;

    private static readonly double Minutes = Number("DRAWBRIDGE_FUZZ_MINUTES", usually: 0);
    private static readonly int Seed = (int)Number("DRAWBRIDGE_FUZZ_SEED", usually: 1);

    private static readonly string[] Corpus =
    [
        .. from page in RulePage.Ids.Select(RulePage.Read)
           from example in page.Bad.Concat(page.Ok)
           let text = string.Join('\n', example.Lines)
           where text.Contains("engine: sqlserver", StringComparison.Ordinal)
           select text,
    ];

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
            var exception = Record.Exception(() => flaw = ScriptFlaw.Find(text));
            (exception?.ToString() ?? flaw).ShouldBeNull($"seed {seed}, damage {damage}: {text}");
        }

        return DeepestDamage;
    }

    private static string Pick(Random random) => Corpus[random.Next(Corpus.Length)];

    private static double Number(string variable, double usually) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } number
            ? double.Parse(number, CultureInfo.InvariantCulture)
            : usually;
}
