using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Scripts;
using Drawbridge.LocalAws.Faults;
using Drawbridge.Manifests;
using Drawbridge.Tests.Shared;

namespace Drawbridge.Chaos.Tests;

public sealed class MishandlingEvents(SharedGround shared) : IClassFixture<SharedGround>
{
    [PostgresTheory]
    [InlineData(EventMishap.Dropped)]
    [InlineData(EventMishap.Doubled)]
    [InlineData(EventMishap.Delayed)]
    [InlineData(EventMishap.Overtaken)]
    public async Task An_event_that_does_not_come_as_it_was_sent_changes_nothing(EventMishap mishap) =>
        (await shared.Run(new EventsFail(new EventFault(mishap) { Delay = TimeSpan.FromMilliseconds(300) }))).ShouldBeGood();

    [PostgresFact]
    public async Task Functions_that_race_for_one_database_take_turns() =>
        (await shared.Run(new ReleasesRace(2))).ShouldBeGood();

    [PostgresFact]
    public async Task A_release_that_comes_again_after_newer_ones_changes_nothing() =>
        (await shared.Run(new ReleaseReplayed())).ShouldBeGood();

    [PostgresTheory]
    [InlineData(-3650, ResultStatus.Succeeded)]
    [InlineData(3650, ResultStatus.Refused)]
    public async Task A_release_whose_clock_is_wrong_does_not_keep_the_next_one_from_being_applied(int days, ResultStatus status)
    {
        await using var scene = await Scene.Begin(shared.Ground, ScriptGenerator.Transactional(2));
        var skewed = scene.Compose(DateTimeOffset.UtcNow.AddDays(days), count: 1);
        scene.Put(skewed);
        await scene.Settle();
        scene.ResultOf(skewed)!.Status.ShouldBe(status);

        var next = scene.Compose();
        scene.Put(next);
        await scene.Settle();
        scene.ResultOf(next)!.Status.ShouldBe(ResultStatus.Succeeded);
        (await scene.Ask("SELECT script, step FROM public.ledger ORDER BY 1, 2")).ShouldBe(["1 1", "1 2", "2 1", "2 2"]);
    }
}
