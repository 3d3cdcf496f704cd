using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Drawbridge.Bench.Sql;

/// <summary>How all benchmarks are run.</summary>
internal sealed class Measurement : ManualConfig
{
    public Measurement()
    {
        Add(DefaultConfig.Instance);

        // Within this process: a project that BenchmarkDotNet generates would be held to this repository's guard rails.
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithClock(new ProcessorClock())
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .WithWarmupCount(3)
            .WithIterationCount(7));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(StatisticColumn.Min);
    }
}
