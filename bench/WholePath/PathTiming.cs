using Drawbridge.Bench.Function;
using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Runs;
using Drawbridge.Bench.Peers.Tools;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Bench.WholePath;

/// <summary>
/// Times <c>deploy</c> from the start of its process to its end, with everything on loopback and a function that is
/// warm, in turns with psql, which tells what the database itself needs for the same scripts.
/// </summary>
/// <param name="action">The action as it is packaged.</param>
/// <param name="function">The function as it is packaged.</param>
internal sealed class PathTiming(string action, string function)
{
    private const int Runs = 9;
    private const int Watched = 10;
    private static readonly int[] Sizes = [1, 10, 100];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public async Task Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("drawbridge-path-");
        await using var server = await LocalPostgres.Start(BenchServer.Options(folder.FullName));
        await using (var site = await Site.Open(server))
        {
            using var process = FunctionProcess.Start(function, site);
            var shipping = await Shipping.Prepare(action, folder.FullName, site);
            await shipping.Time(DdlCorpus.Of(1)); // from here on the function is warm
            await Compare(server, shipping, folder.FullName, output);
            await Timeline.Write(site, shipping, DdlCorpus.Of(Watched), output);
        }

        folder.Delete(recursive: true);
    }

    private static async Task Compare(LocalPostgres server, Shipping shipping, string folder, TextWriter output)
    {
        await output.WriteLineAsync(
            $"{Runs} runs in turns, in ms, the median and the best; "
            + $"the database's own time is {TransactionPerScript.Floor}'s\n");
        await output.WriteLineAsync("| new scripts | deploy | the database's own time | above it |");
        await output.WriteLineAsync("| ---: | ---: | ---: | ---: |");
        var psql = new TransactionPerScript(Path.Combine(server.BinDirectory!, "psql"));
        foreach (var corpus in Sizes.Select(DdlCorpus.Of))
        {
            var floor = new Contender(psql, corpus, Path.Combine(folder, psql.Name), Limit);
            floor.Prepare();
            var turns = new List<PathTurn>();
            for (var run = 1; run <= Runs; run++)
            {
                var own = await floor.TryRun(server, new Case(corpus.Name, corpus.Scripts.Count, Latency: 0), run);
                var (_, deploy) = await shipping.Time(corpus);
                turns.Add(new PathTurn(deploy, own?.Apply ?? throw new InvalidOperationException(floor.Trouble)));
            }

            await output.WriteLineAsync(
                $"| {corpus.Scripts.Count} | {Both(turns, turn => turn.Deploy)} | {Both(turns, turn => turn.Database)} "
                + $"| {Both(turns, turn => turn.Above)} |");
        }
    }

    private static string Both(List<PathTurn> turns, Func<PathTurn, TimeSpan> what)
    {
        var times = turns.Select(turn => what(turn).TotalMilliseconds).Order().ToList();
        return $"{times[Runs / 2]:0}, {times[0]:0}";
    }
}
