using System.Diagnostics;
using Drawbridge.LocalEnvironment;
using Drawbridge.Tests.Shared;
using Npgsql;

namespace Drawbridge.Chaos.Tests;

public sealed class DyingInSilence
{
    private const string Script = "SELECT pg_sleep(600);";

    /// <summary>The promise is 15 seconds; the rest is for a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>
    /// The client's machine vanishes from the network, so that no packet of it ever comes again: neither the end of the
    /// connection nor a reset.
    /// </summary>
    [SilentNetworkFact]
    public async Task Frees_the_lock_within_fifteen_seconds_or_so()
    {
        await using var network = await SilentNetwork.Create();
        await using var postgres = await LocalPostgres.Start(
            TestMachine.Postgres.Of(15, $"listen_addresses=127.0.0.1,{SilentNetwork.ServerAddress}", $"hba_file={network.AccessFile}"));
        var database = await postgres.CreateDatabase("silent");
        var folder = Directory.CreateTempSubdirectory("drawbridge-silent-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1_sleep.sql"), Script);
        using var client = network.Start(
            await Published.Action(), "apply", "--database-url", postgres.Url(database, SilentNetwork.ServerAddress, postgres.Port), folder.FullName);
        await Until(postgres, isHeld: true, TimeSpan.FromSeconds(60));

        network.Vanish();
        var started = Stopwatch.StartNew();
        await Until(postgres, isHeld: false, Patience);

        started.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(3), "Somebody told the server.");
        client.Kill(entireProcessTree: true);
        folder.Delete(recursive: true);
    }

    private static async Task Until(LocalPostgres postgres, bool isHeld, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await using var connection = await postgres.Connect("postgres", limit.Token);
        while (true)
        {
            await using var question = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory')", connection);
            if (await question.ExecuteScalarAsync(limit.Token) is bool found && found == isHeld)
            {
                return;
            }

            await Task.Delay(200, limit.Token);
        }
    }
}
