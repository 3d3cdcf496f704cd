using BenchmarkDotNet.Running;
using Drawbridge.Bench;

if (args is ["validate", var program, var folder])
{
    await new ValidateTiming(program, folder).Run(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(DumpBenchmarks).Assembly).Run(args, new Measurement());
}
