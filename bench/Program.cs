using System.CommandLine;
using BenchmarkDotNet.Running;
using Drawbridge.Bench.Fleet;
using Drawbridge.Bench.Function;
using Drawbridge.Bench.Peers;
using Drawbridge.Bench.Sql;
using Drawbridge.Bench.Upload;
using Drawbridge.Bench.Validate;
using Drawbridge.Bench.WholePath;

switch (args)
{
    case ["peers", ..]:
        return await new RootCommand("Measures Drawbridge.") { new PeersCommand() }.Parse(args).InvokeAsync();
    case ["validate" or "validate-tsql", var program, var folder]:
        var scripts = args[0] == "validate" ? ManyScripts.ForPostgreSql : ManyScripts.ForSqlServer;
        await new ValidateTiming(program, folder, scripts).Run(Console.Out);
        return 0;
    case ["upload", var program, var folder]:
        await new UploadTiming(program, folder).Run(Console.Out);
        return 0;
    case ["function", var hello, .. var packages]:
        await FunctionComparison.Run(hello, packages, Console.Out);
        return 0;
    case ["path", var action, var function]:
        await new PathTiming(action, function).Run(Console.Out);
        return 0;
    case ["fleet", var function]:
        await new FleetTiming(function).Run(Console.Out);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DumpBenchmarks).Assembly).Run(args, new Measurement());
        return 0;
}
