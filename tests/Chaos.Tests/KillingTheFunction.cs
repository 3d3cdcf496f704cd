using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Scripts;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

/// <summary>A few moments of the sweep that <c>./build.sh Chaos --sweep</c> does whole.</summary>
public sealed class KillingTheFunction(SharedGround shared) : IClassFixture<SharedGround>
{
    [PostgresFact]
    public async Task At_moments_spread_over_a_release_loses_nothing_and_repeats_nothing()
    {
        const int Kills = 8;
        var whole = await shared.Run(new NoFault());
        whole.Charges.ShouldBeEmpty();
        for (var kill = 0; kill < Kills; kill++)
        {
            (await shared.Run(new KilledAtMoment(5 + (kill * (whole.Moments - 10) / Kills)))).ShouldBeGood();
        }
    }

    [PostgresFact]
    public async Task Three_times_leaves_an_answer_to_whoever_deploys_again()
    {
        var fault = new KilledAtRandom(Milliseconds(150), Milliseconds(50), Milliseconds(50)) { WaitsForWork = true };
        var verdict = await Round.Run(shared.Ground, ScriptGenerator.Slow(TimeSpan.FromSeconds(1), count: 2), fault);
        verdict.ShouldBeGood();
        verdict.Kills.ShouldBeGreaterThan(1);
    }

    [PostgresVersionsTheory]
    [EachPostgresVersion]
    public async Task While_a_script_runs_is_survived_on_every_server(int version)
    {
        await using var ground = await Ground.Start(
            new GroundOptions(await Published.Function), await PostgresVersions.Server(version));
        var whole = await Round.Run(ground, ScriptGenerator.OneOfEachKind(version), new NoFault());
        whole.Charges.ShouldBeEmpty();
        foreach (var part in (double[])[0.5, 0.75])
        {
            var verdict = await Round.Run(
                ground, ScriptGenerator.OneOfEachKind(version), new KilledAtMoment((int)(part * whole.Moments)));
            verdict.ShouldBeGood();
        }
    }

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);
}
