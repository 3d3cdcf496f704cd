using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Scripts;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Network;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

public sealed class LosingTheDatabase(SharedGround shared) : IClassFixture<SharedGround>
{
    /// <summary>Connecting takes fewer pieces of traffic, all scripts together take more.</summary>
    private const int AmongTheScripts = 70;

    [PostgresFact]
    public async Task A_terminated_session_is_got_over() =>
        (await shared.Run(new BackendTerminated(AmongTheScripts))).ShouldBeGood();

    [PostgresTheory]
    [InlineData(NetworkSide.Client)]
    [InlineData(NetworkSide.Server)]
    [InlineData(NetworkSide.Both)]
    public async Task A_cut_network_is_got_over_whoever_hears_of_it(NetworkSide told) =>
        (await shared.Run(new NetworkCut(AmongTheScripts, told))).ShouldBeGood();

    [PostgresTheory]
    [InlineData(NetworkSide.Client)]
    [InlineData(NetworkSide.Server)]
    [InlineData(NetworkSide.Both)]
    public async Task A_network_that_drops_everything_in_silence_is_got_over(NetworkSide deaf) =>
        (await shared.Run(new NetworkSilenced(AmongTheScripts, deaf, TimeSpan.FromSeconds(1)))).ShouldBeGood();

    [PostgresTheory]
    [InlineData(ServerStop.Fast)]
    [InlineData(ServerStop.Immediate)]
    public async Task A_server_that_restarts_while_a_script_runs_is_got_over(ServerStop how)
    {
        // Its own, because the others would go down with it.
        await using var postgres = await LocalPostgres.Start(TestMachine.Postgres with { NamedServer = null });
        await using var ground = await Ground.Start(new GroundOptions(await Published.Function), postgres);
        var verdict = await Round.Run(ground, ScriptGenerator.Slow(TimeSpan.FromSeconds(5)), new ServerRestarted(20, how));
        verdict.ShouldBeGood();
        verdict.Duration.ShouldBeGreaterThan(TimeSpan.FromSeconds(5), "The script ran whole, once.");
    }
}
