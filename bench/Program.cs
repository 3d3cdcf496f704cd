using BenchmarkDotNet.Running;
using Drawbridge.Bench.Sql;
using Drawbridge.Bench.Validate;

if (args is ["validate" or "validate-tsql", var program, var folder])
{
    var scripts = args[0] == "validate" ? ManyScripts.ForPostgreSql : ManyScripts.ForSqlServer;
    await new ValidateTiming(program, folder, scripts).Run(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(DumpBenchmarks).Assembly).Run(args, new Measurement());
}
