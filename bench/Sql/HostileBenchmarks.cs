using BenchmarkDotNet.Attributes;

namespace Drawbridge.Bench.Sql;

/// <summary>
/// How long one megabyte of what nobody should write takes. Linear time is the same number for one and for two.
/// </summary>
public class HostileBenchmarks
{
    private const int Megabyte = 1 << 20;

    private string _one = "";
    private string _two = "";

    /// <summary>What is repeated.</summary>
    [Params(
        "/*", "$", "$a$", "$a ", "'", "E'\\", "\"", "--", "(", ")", ";", "[", "\\", "\n", "-", "x;", "SELECT (",
        "CASE ", "BEGIN ATOMIC ", "CREATE FUNCTION f() BEGIN ATOMIC ", "COPY t FROM stdin;\n", "WITH a AS (", "EXPLAIN ", "E'a'\n--\n")]
    public string Piece { get; set; } = "";

    /// <summary>Fills a megabyte and two.</summary>
    [GlobalSetup]
    public void Repeat() => (_one, _two) = (Fill(Megabyte), Fill(2 * Megabyte));

    /// <summary>Reads one.</summary>
    [Benchmark(Baseline = true)]
    public int OneMegabyte() => Reading.Fully(_one);

    /// <summary>Reads two.</summary>
    [Benchmark(OperationsPerInvoke = 2)]
    public int TwoMegabytes() => Reading.Fully(_two);

    private string Fill(int length) => string.Concat(Enumerable.Repeat(Piece, length / Piece.Length));
}
