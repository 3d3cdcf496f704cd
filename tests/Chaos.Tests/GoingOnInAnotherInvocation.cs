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

    /// <summary>A script has the time of an invocation several times over, all of them together have not.</summary>
    private async Task IsGotOver(Fault fault)
    {
        var options = new GroundOptions(await Published.Function) { Timeout = TimeSpan.FromSeconds(6) };
        await using var ground = await Ground.Start(options, postgres.Server);
        var verdict = await Round.Run(ground, ScriptGenerator.Slow(TimeSpan.FromSeconds(1), count: 6), fault);
        verdict.ShouldBeGood();
        ground.Aws.Invocations.Count.ShouldBeGreaterThan(1);
    }
}
