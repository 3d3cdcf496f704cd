using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Scripts;
using Drawbridge.LocalAws.Faults;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

/// <summary>The scripts take longer than an invocation may, so that a release must announce itself again.</summary>
public sealed class GoingOnInAnotherInvocation(SharedPostgres postgres) : IClassFixture<SharedPostgres>
{
    private const string Announcing = $"PUT /{Ground.Bucket}/releases/";

    [PostgresTheory]
    [InlineData($"before {Announcing}")]
    [InlineData($"after {Announcing}")]
    public Task A_function_that_dies_there_loses_nothing_and_repeats_nothing(string moment) =>
        IsGotOver(new KilledAtCall(moment));

    [PostgresTheory]
    [InlineData(EventMishap.Doubled)]
    [InlineData(EventMishap.Delayed)]
    public Task Events_that_do_not_come_as_they_were_sent_change_nothing(EventMishap mishap) =>
        IsGotOver(new EventsFail(new EventFault(mishap) { Times = 100, Delay = TimeSpan.FromMilliseconds(300) }));

    private async Task IsGotOver(Fault fault)
    {
        var verdict = await Run(fault);
        for (var chance = 0; chance < 2 && verdict is { HasHit: false, Charges: [] }; chance++)
        {
            verdict = await Run(fault);
        }

        verdict.ShouldBeGood();
    }

    /// <summary>
    /// A script has the time of an invocation several times over, all of them together have not. On a machine that has much
    /// else to do, the platform may end an invocation before that announces another.
    /// </summary>
    private async Task<Verdict> Run(Fault fault)
    {
        var options = new GroundOptions(await Published.Function) { Timeout = TimeSpan.FromSeconds(6) };
        await using var ground = await Ground.Start(options, postgres.Server);
        var verdict = await Round.Run(ground, ScriptGenerator.Slow(TimeSpan.FromSeconds(1), count: 6), fault);
        ground.Aws.Invocations.Count.ShouldBeGreaterThan(1);
        return verdict;
    }
}
