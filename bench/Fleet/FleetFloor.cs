using System.Diagnostics;
using Drawbridge.Bench.Peers.Corpora;
using Drawbridge.Bench.Peers.Tools;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Processes;

namespace Drawbridge.Bench.Fleet;

/// <summary>
/// What the server needs for the same scripts by themselves: psql for each database, as many side by side.
/// </summary>
internal sealed class FleetFloor(LocalPostgres server, Corpus corpus, int concurrency)
{
    private readonly TransactionPerScript _psql = new(Path.Combine(server.BinDirectory!, "psql"));

    /// <summary>How long it takes to apply the corpus to databases that hold nothing, and what of the server.</summary>
    public async Task<(TimeSpan Wall, TimeSpan Server)> Measure(IEnumerable<string> databases)
    {
        var folder = Directory.CreateTempSubdirectory("drawbridge-fleet-");
        _psql.Write(corpus, folder.FullName);
        var processes = await ServerProcesses.Of(server);
        var (before, clock) = (processes.Time, Stopwatch.StartNew());
        var limits = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForEachAsync(
            databases, limits, async (database, token) => await Apply(database, folder.FullName, token));
        var (wall, time) = (clock.Elapsed, processes.Time - before);
        folder.Delete(recursive: true);
        return (wall, time);
    }

    private async Task Apply(string database, string folder, CancellationToken cancellationToken)
    {
        var address = new DatabaseAddress(server.Host, server.Port, server.User, server.Password, database);
        var outcome = await Subprocess.Run(_psql.Apply(address).In(folder), cancellationToken: cancellationToken);
        if (outcome.ExitCode != 0)
        {
            throw new InvalidOperationException(outcome.Error);
        }
    }
}
