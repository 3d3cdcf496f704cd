using Drawbridge.Bench.Peers.Tools;

namespace Drawbridge.Bench.Peers.Runs;

/// <summary>How one tool did in one case.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Median">In seconds, over all runs.</param>
/// <param name="Best">The shortest of them, in seconds.</param>
/// <param name="ToOneTransaction">The median, where <see cref="OneTransaction"/>'s is 1; null without it.</param>
/// <param name="ToTransactionPerScript">The same with <see cref="TransactionPerScript"/>'s.</param>
/// <param name="Nothing">The median of having nothing to do, in seconds; null for who does not remember.</param>
internal sealed record Standing(
    string Tool, double Median, double Best, double? ToOneTransaction, double? ToTransactionPerScript, double? Nothing)
{
    /// <summary>How all tools did that took part in a case, in the order of their first turns.</summary>
    public static IReadOnlyList<Standing> Of(IReadOnlyCollection<Timing> timings)
    {
        var medians = timings
            .GroupBy(timing => timing.Tool)
            .ToDictionary(runs => runs.Key, runs => MedianOf(runs.Select(run => run.Apply)));
        double? Ratio(string tool, string floor) => medians[tool] / medians.GetValueOrDefault(floor);
        return
        [
            .. from runs in timings.GroupBy(timing => timing.Tool)
               select new Standing(
                   runs.Key,
                   medians[runs.Key]!.Value,
                   runs.Min(run => run.Apply.TotalSeconds),
                   Ratio(runs.Key, OneTransaction.Floor),
                   Ratio(runs.Key, TransactionPerScript.Floor),
                   MedianOf(runs.Select(run => run.Nothing).OfType<TimeSpan>())),
        ];
    }

    private static double? MedianOf(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalSeconds).Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
