using System.Diagnostics;
using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Tools;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.Bench.Peers.Runs;

/// <summary>A tool with a corpus written for it.</summary>
/// <param name="tool">The tool.</param>
/// <param name="corpus">What it applies.</param>
/// <param name="folder">A folder of its own.</param>
/// <param name="limit">The longest that it may take.</param>
internal sealed class Contender(ITool tool, Corpus corpus, string folder, TimeSpan limit)
{
    /// <summary>The tool's name.</summary>
    public string Name => tool.Name;

    /// <summary>Why it takes no further part; null while it does.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Writes the corpus.</summary>
    public void Prepare()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        tool.Write(corpus, folder);
    }

    /// <summary>Applies it to a fresh database, and once more; null when that failed.</summary>
    public async Task<Timing?> TryRun(LocalPostgres server, Case which, int run)
    {
        await using var ground = await Ground.Lay(server, which.Latency);
        var apply = await TryTime(ground);
        if (Trouble is null && !await ground.Holds(corpus))
        {
            Trouble = "it ended well, but not all of the corpus is there";
        }

        var nothing = Trouble is null && tool.Remembers ? await TryTime(ground) : null;
        return Trouble is null ? new Timing(which, Name, run, apply!.Value, nothing) : null;
    }

    private async Task<TimeSpan?> TryTime(Ground ground)
    {
        using var patience = new CancellationTokenSource(limit);
        var clock = Stopwatch.StartNew();
        try
        {
            var start = tool.Apply(ground.Address).In(folder);
            var outcome = await Subprocess.Run(start, cancellationToken: patience.Token);
            Trouble = outcome.ExitCode == 0 ? null : $"it ended with {outcome.ExitCode}: {LastLines(outcome)}";
            return clock.Elapsed;
        }
        catch (OperationCanceledException)
        {
            Trouble = $"it takes more than {limit.TotalSeconds:0} s";
            return null;
        }
    }

    private static string LastLines(ProcessOutcome outcome) =>
        string.Join(" | ", $"{outcome.Output}{outcome.Error}".Trim().Split('\n').TakeLast(5));
}
