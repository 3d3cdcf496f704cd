using System.Diagnostics;
using System.Globalization;
using Drawbridge.Tests.Sql.PostgreSql.Generated;
using Xunit.Abstractions;

namespace Drawbridge.Tests.Sql.Fuzzing;

/// <summary>
/// Damages texts and reads what is left. Each run takes the same ones; <c>./build.sh Fuzz</c> goes on for minutes, from
/// any seed.
/// </summary>
public abstract class DamagingScripts(ITestOutputHelper output)
{
    private const int DeepestDamage = 6;

    private static readonly double Minutes = Number("DRAWBRIDGE_FUZZ_MINUTES", usually: 0);
    private static readonly int Seed = (int)Number("DRAWBRIDGE_FUZZ_SEED", usually: 1);

    /// <summary>How many texts every run reads.</summary>
    protected abstract int UsualTexts { get; }

    /// <summary>What is damaged.</summary>
    protected abstract IReadOnlyList<string> Corpus { get; }

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

    /// <summary>What is wrong with how a text is read; null when nothing is.</summary>
    protected abstract string? FindFlaw(string text);

    /// <summary>One text, damaged more and more; the same for the same seed.</summary>
    private int DamageAndRead(int seed)
    {
        var random = new Random(seed);
        var mutation = new Mutation(random);
        var text = Pick(random);
        for (var damage = 1; damage <= DeepestDamage; damage++)
        {
            text = mutation.Of(text, Pick(random));
            string? flaw = null;
            var exception = Record.Exception(() => flaw = FindFlaw(text));
            (exception?.ToString() ?? flaw).ShouldBeNull($"seed {seed}, damage {damage}: {text}");
        }

        return DeepestDamage;
    }

    private string Pick(Random random) => Corpus[random.Next(Corpus.Count)];

    private static double Number(string variable, double usually) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } number
            ? double.Parse(number, CultureInfo.InvariantCulture)
            : usually;
}
