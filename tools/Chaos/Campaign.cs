using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Scripts;
using Drawbridge.LocalEnvironment;

namespace Drawbridge.Chaos;

/// <summary>Round after round, in turns: a kill at the next moment of a release, and whatever the schedule chooses.</summary>
/// <param name="options">What to do.</param>
/// <param name="postgres">The server.</param>
/// <param name="output">Is told of each round.</param>
public sealed class Campaign(CampaignOptions options, LocalPostgres postgres, TextWriter output)
{
    /// <summary>What a ground has seen is kept in memory, so it is left after a while.</summary>
    private const int RoundsPerGround = 20;

    private readonly List<Verdict> _verdicts = [];
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private Ground? _ground;

    /// <summary>Runs until the time is over, or a round fails; whether none did.</summary>
    public async Task<bool> Run(CancellationToken cancellationToken)
    {
        try
        {
            var scripts = ScriptGenerator.OneOfEachKind(options.Seed);
            var measured = await Measure(scripts);
            var isWell = measured.Charges.Count == 0 && options switch
            {
                { Moment: { } moment } => await Sweep(scripts, [moment], cancellationToken),
                { Round: { } round } => await Scheduled(measured, [round], cancellationToken),
                { IsSweepOnly: true } => await Sweep(scripts, [.. Enumerable.Range(0, measured.Moments)], cancellationToken),
                _ => await Both(scripts, measured, cancellationToken),
            };
            await output.WriteLineAsync(new Tally(_verdicts).ToString());
            return isWell;
        }
        finally
        {
            await Leave();
        }
    }

    private bool IsOver => TimeProvider.System.GetElapsedTime(_started) > options.Duration;

    /// <summary>Once to warm up, once to count, because the first release of a process makes connections of its own.</summary>
    private async Task<Verdict> Measure(IReadOnlyList<GeneratedScript> scripts)
    {
        var cold = await Round.Run(await Enter(), scripts, new NoFault());
        var warm = await Round.Run(await Enter(), scripts, new NoFault());
        await Tell("without a fault", "", warm);
        return warm with { Moments = Math.Max(cold.Moments, warm.Moments) };
    }

    /// <summary>In turns, so that a short campaign has some of everything.</summary>
    private async Task<bool> Both(IReadOnlyList<GeneratedScript> scripts, Verdict measured, CancellationToken cancellationToken)
    {
        for (var round = 0; !IsOver; round++)
        {
            var isWell = (round >= measured.Moments || await Sweep(scripts, [round], cancellationToken))
                && await Scheduled(measured, [round], cancellationToken);
            if (!isWell)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> Sweep(IReadOnlyList<GeneratedScript> scripts, IReadOnlyList<int> moments, CancellationToken cancellationToken)
    {
        foreach (var moment in moments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var verdict = await Round.Run(await Enter(), scripts, new KilledAtMoment(moment));
            if (!await Tell($"moment {moment}", $"--moment {moment}", verdict))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> Scheduled(Verdict measured, IReadOnlyList<int> rounds, CancellationToken cancellationToken)
    {
        var schedule = new Schedule(options.Seed, measured.Pieces, measured.Duration);
        foreach (var round in rounds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scripts = ScriptGenerator.OneOfEachKind(schedule.SeedOf(round));
            var verdict = await Round.Run(await Enter(), scripts, schedule.FaultOf(round, maySpoilServer: !postgres.IsNamed));
            if (!await Tell($"round {round}", $"--round {round}", verdict))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> Tell(string name, string choice, Verdict verdict)
    {
        _verdicts.Add(verdict);
        var what = verdict.KilledAt is { } moment ? $"{verdict.Fault} ({moment})" : verdict.Fault;
        var outcome = verdict switch
        {
            { Charges.Count: > 0 } => "FAILED",
            { HasHit: false } => "missed",
            _ => "well",
        };
        await output.WriteLineAsync($"{name,-12} {outcome,-6} {verdict.Duration.TotalSeconds,5:F1} s  {what}");
        foreach (var charge in verdict.Charges)
        {
            await output.WriteLineAsync($"             {charge}");
        }

        if (verdict.Charges.Count > 0)
        {
            await output.WriteLineAsync($"Again: ./build.sh Chaos --seed {options.Seed} {choice}");
        }

        if (verdict.Charges.Count > 0 || options.IsOneRound)
        {
            await _ground!.SaveLog(options.LogFile);
        }

        return verdict.Charges.Count == 0;
    }

    private async Task<Ground> Enter()
    {
        if (_verdicts.Count % RoundsPerGround == RoundsPerGround - 1)
        {
            await Leave();
        }

        return _ground ??= await Ground.Start(new GroundOptions(options.Function), postgres);
    }

    private async Task Leave()
    {
        if (_ground is { } ground)
        {
            _ground = null;
            await ground.DisposeAsync();
        }
    }
}
