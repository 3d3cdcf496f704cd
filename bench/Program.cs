using BenchmarkDotNet.Running;
using Drawbridge.Bench;

if (args is ["validate", var action, var folder])
{
    await new ValidateTiming(action, folder).Run(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(DumpBenchmarks).Assembly).Run(args, new Measurement());
}
