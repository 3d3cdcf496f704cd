using System.Diagnostics;
using Drawbridge.Bench.Function;
using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.LocalEnvironment;
using Npgsql;

namespace Drawbridge.Bench.Fleet;

/// <summary>
/// Releases the same scripts to many databases at once, to as many functions as Lambda would run side by side, and says
/// whom the processors worked for meanwhile.
/// </summary>
/// <param name="function">The function as it is packaged.</param>
internal sealed class FleetTiming(string function)
{
    private const int Databases = 200;
    private const int Concurrency = 8;
    private static readonly Corpus Corpus = DdlCorpus.Of(10);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public async Task Run(TextWriter output)
    {
        // Its processes are counted, so it has to be here.
        var options = BenchServer.Options(Path.GetTempPath()) with { NamedServer = null };
        await using var server = await LocalPostgres.Start(options);
        await using var site = await Site.Open(server);
        var stages = await Prepare(site);
        var effort = await Measure(site, stages);
        await output.WriteLineAsync(
            $"{Databases} databases, {Corpus.Scripts.Count} scripts each, {Concurrency} functions "
            + $"on {Environment.ProcessorCount} cores: {Speed(effort.Wall)}\n");
        await effort.Write(output);

        var others = await Prepare(site);
        var floor = await new FleetFloor(server, Corpus, Concurrency).Measure(others.Select(stage => stage.Database));
        await output.WriteLineAsync(
            $"\npsql, {Concurrency} side by side, a transaction a script: {Speed(floor.Wall)}, "
            + $"{floor.Server.TotalSeconds:0.00} s of PostgreSQL");
    }

    private static string Speed(TimeSpan wall) =>
        $"{wall.TotalSeconds:0.00} s, {Databases * Corpus.Scripts.Count / wall.TotalSeconds:0} scripts/s";

    /// <summary>
    /// Databases that hold nothing, with their scripts in the bucket. They end with the server. What it owes the
    /// disk is paid.
    /// </summary>
    private static async Task<List<Stage>> Prepare(Site site)
    {
        var stages = new List<Stage>();
        for (var number = 0; number < Databases; number++)
        {
            var stage = await Stage.Set(site);
            stages.Add(stage);
            foreach (var script in Corpus.Scripts)
            {
                stage.Add(script.Text);
            }
        }

        await using var connection = await site.Server.Connect(Site.RootDatabase);
        await using var checkpoint = new NpgsqlCommand("CHECKPOINT", connection);
        await checkpoint.ExecuteNonQueryAsync();
        return stages;
    }

    private async Task<Effort> Measure(Site site, List<Stage> stages)
    {
        using var patience = new CancellationTokenSource(Limit);
        var server = await ServerProcesses.Of(site.Server);
        var (serverBefore, benchBefore, idleBefore) = (server.Time, Environment.CpuUsage.TotalTime, ProcessStat.Idle());
        var clock = Stopwatch.StartNew();
        var releases = stages.ConvertAll(stage => stage.Release());
        var functions = Enumerable.Range(0, Concurrency).Select(_ => FunctionProcess.Start(function, site)).ToList();
        try
        {
            await site.Aws.Settled(patience.Token);
            var effort = new Effort(
                clock.Elapsed,
                server.Time - serverBefore,
                functions.Aggregate(TimeSpan.Zero, (sum, process) => sum + process.ProcessorTime),
                Environment.CpuUsage.TotalTime - benchBefore)
            {
                Idle = ProcessStat.Idle() - idleBefore,
            };
            foreach (var (stage, release) in stages.Zip(releases))
            {
                _ = stage.ResultOf(release);
            }

            return effort;
        }
        finally
        {
            functions.ForEach(process => process.Dispose());
        }
    }
}
