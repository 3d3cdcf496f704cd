using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Judging;
using Drawbridge.Chaos.Scripts;

namespace Drawbridge.Chaos;

/// <summary>One release, one fault, and the judgement of what is left.</summary>
public static class Round
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Lets a fault happen to a release of these scripts.</summary>
    public static async Task<Verdict> Run(Ground ground, IReadOnlyList<GeneratedScript> scripts, Fault fault)
    {
        var (started, earlier) = (TimeProvider.System.GetTimestamp(), ground.Aws.FunctionLog.Count);
        await using var scene = await Scene.Begin(ground, scripts);
        ground.Traffic.Watch();
        ground.Aws.Moments.Watch(fault.KillAt);
        fault.Prepare(scene);
        fault.Send(scene);
        var hasHit = await fault.Strike(scene).WaitAsync(Patience);
        await Settle(scene);
        var (killedAt, moments) = (ground.Aws.Moments.KilledAt, ground.Aws.Moments.Passed.Count);
        var kills = (killedAt is null ? 0 : 1) + ((fault as KilledAtRandom)?.Kills ?? 0);

        var judge = new Judge(scene, fault);
        var charges = await judge.AfterThePlatform();
        await new Person(scene).Insist().WaitAsync(Patience);
        return new Verdict($"{fault}", fault.Kind, hasHit, kills, [.. charges.Concat(await judge.InTheEnd()).Distinct()])
        {
            KilledAt = killedAt,
            Log = [.. ground.Aws.FunctionLog.Skip(earlier).Select(line => $"{line.Stream}: {line.Text}")],
            Moments = moments,
            Pieces = ground.Traffic.Passed,
            Duration = TimeProvider.System.GetElapsedTime(started),
        };
    }

    private static async Task Settle(Scene scene)
    {
        await scene.Settle().WaitAsync(Patience);
        await scene.Ground.Heal();
        await scene.Settle().WaitAsync(Patience);
    }
}
