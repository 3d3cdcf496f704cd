using System.Diagnostics;
using System.Text;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.Bench.Function;

/// <summary>Watches how much memory the function needs for much, and how fast rows of COPY reach the server.</summary>
internal sealed class FunctionLoad(IReadOnlyList<(string Name, string Program)> forms)
{
    private const int Scripts = 5000;
    private const int ScriptSize = 4096;
    private const int Mebibyte = 1024 * 1024;
    private const int Repetitions = 9;
    private const int CopySize = 15 * Mebibyte;

    public async Task Run(LocalPostgres server, TextWriter output)
    {
        var psql = await TimePsql(server);
        await output.WriteLineAsync(
            $"\n{Scripts} scripts of 4 KB, and the same again; 15 MiB of COPY, for which psql takes {psql.TotalSeconds:0.00} s\n");
        await output.WriteLineAsync("| package | many, s | memory, MB | nothing to do, ms: median, best | GETs | COPY, s | psql's rate × | memory, MB |");
        await output.WriteLineAsync("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, program) in forms)
        {
            var many = await ApplyMany(program, server);
            var copy = await Copy(program, server);
            await output.WriteLineAsync(
                $"| {name} | {many.Time.TotalSeconds:0.0} | {many.Memory / Mebibyte} | {many.Again[Repetitions / 2].TotalMilliseconds:0}, {many.Again[0].TotalMilliseconds:0} | {many.Reads} "
                + $"| {copy.Time.TotalSeconds:0.00} | {psql / copy.Time:0.00} | {copy.Memory / Mebibyte} |");
        }
    }

    private static async Task<(TimeSpan Time, long Memory, IReadOnlyList<TimeSpan> Again, int Reads)> ApplyMany(string program, LocalPostgres server)
    {
        await using var site = await Site.Open(server);
        await using var stage = await Stage.Set(site);
        foreach (var number in Enumerable.Range(1, Scripts))
        {
            stage.Add($"-- {new string('x', ScriptSize)}\n{Stage.Clock(number)}");
        }

        var release = stage.Release();
        using var function = FunctionProcess.Start(program, site);
        var many = await function.Finish(0);
        var memory = function.PeakMemory;
        _ = stage.ResultOf(release);
        var again = new List<TimeSpan>();
        for (var repetition = 1; repetition <= Repetitions; repetition++)
        {
            site.Aws.Moments.Watch();
            var same = stage.Release();
            var (started, ended) = await function.Finish(repetition);
            again.Add(ended - started);
            _ = stage.ResultOf(same);
        }

        var reads = site.Aws.Moments.Passed.Count(moment => moment.StartsWith($"before GET /{Site.Bucket}/", StringComparison.Ordinal));
        return (many.Ended - many.Started, memory, [.. again.Order()], reads);
    }

    private static async Task<(TimeSpan Time, long Memory)> Copy(string program, LocalPostgres server)
    {
        await using var site = await Site.Open(server);
        await using var stage = await Stage.Set(site);
        stage.Add(CopyScript());
        var release = stage.Release();
        using var function = FunctionProcess.Start(program, site);
        await function.Finish(0);
        return (TimeSpan.FromMilliseconds(stage.ResultOf(release).Scripts[0].DurationMs ?? 0), function.PeakMemory);
    }

    private static async Task<TimeSpan> TimePsql(LocalPostgres server)
    {
        var database = await server.CreateDatabase("bench");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, CopyScript());
        var clock = Stopwatch.StartNew();
        var outcome = await Subprocess.Run(new ProcessStartInfo(
            Path.Combine(server.BinDirectory!, "psql"), ["-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", server.Url(database), "-f", file]));
        clock.Stop();
        File.Delete(file);
        await server.DropDatabase(database);
        return outcome.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException(outcome.Error);
    }

    private static string CopyScript()
    {
        var script = new StringBuilder("CREATE TABLE copied (id bigint, name text, note text);\nCOPY copied FROM stdin;\n");
        for (var row = 1; script.Length < CopySize; row++)
        {
            script.Append($"{row}\tthe name of {row}\twhat somebody noted when number {row} came in\n");
        }

        return script.Append("\\.\n").ToString();
    }
}
