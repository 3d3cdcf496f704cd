using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Tools;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Bench.Peers.Runs;

/// <summary>Lets tools take turns in every case.</summary>
/// <param name="server">Where they apply.</param>
/// <param name="tools">In the order of their turns.</param>
/// <param name="plan">What is compared, and how often.</param>
/// <param name="report">Is told of everything as soon as it is known.</param>
internal sealed class Comparison(LocalPostgres server, IReadOnlyList<ITool> tools, Plan plan, Report report)
{
    /// <summary>Runs all of it.</summary>
    public async Task Run()
    {
        foreach (var name in plan.Corpora)
        {
            foreach (var size in plan.Sizes)
            {
                await Run(Corpus.Of(name, size));
            }
        }
    }

    private async Task Run(Corpus corpus)
    {
        var contenders = tools
            .Select(tool => new Contender(tool, corpus, plan.FolderOf(corpus, tool), plan.Limit))
            .ToList();
        contenders.ForEach(contender => contender.Prepare());
        foreach (var latency in plan.Latencies)
        {
            await Run(contenders, new Case(corpus.Name, corpus.Scripts.Count, latency));
        }
    }

    private async Task Run(List<Contender> contenders, Case which)
    {
        var timings = new List<Timing>();
        for (var run = 1; run <= plan.Runs; run++)
        {
            foreach (var contender in contenders.Where(contender => contender.Trouble is null))
            {
                if (await contender.TryRun(server, which, run) is { } timing)
                {
                    timings.Add(timing);
                    await report.Add(timing);
                }
                else
                {
                    await report.GaveUp(which, contender.Name, contender.Trouble);
                }
            }
        }

        await report.Conclude(which, timings);
    }
}
