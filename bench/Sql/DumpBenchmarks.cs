using BenchmarkDotNet.Attributes;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Bench.Sql;

/// <summary>How long one megabyte of what pg_dump would write takes: 150 MB/s are 6.7 ms.</summary>
public class DumpBenchmarks
{
    private const int Megabytes = 8;

    private readonly string _dump = Dump.OfMegabytes(Megabytes);

    /// <summary>Where its statements begin and end, and how each must be run.</summary>
    [Benchmark(OperationsPerInvoke = Megabytes)]
    public SqlScript Split() => PostgreSqlReader.Read(_dump);

    /// <summary>What each of them says, too.</summary>
    [Benchmark(OperationsPerInvoke = Megabytes)]
    public int Understand() => Reading.Fully(_dump);
}
