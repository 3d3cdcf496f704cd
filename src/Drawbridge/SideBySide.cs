using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Drawbridge;

/// <summary>Does the same to many things, on all cores.</summary>
internal static class SideBySide
{
    /// <summary>
    /// Prepares each, and uses one after the other, in order, while the next are prepared: not all of them need room at once.
    /// </summary>
    public static void Stream<T>(IList<T> things, Action<T> prepare, Action<T> use) => Alone(() =>
    {
        var prepared = Partitioner.Create(things, loadBalance: true).AsParallel().AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(thing =>
            {
                prepare(thing);
                return thing;
            });
        foreach (var thing in prepared)
        {
            use(thing);
        }
    });

    /// <summary>Asks each. The answers have the order of the things, whoever was done first.</summary>
    public static IReadOnlyList<TAnswer> Ask<T, TAnswer>(IReadOnlyList<T> things, Func<T, TAnswer> question)
    {
        var answers = new TAnswer[things.Count];
        Alone(() => Parallel.For(0, things.Count, at => answers[at] = question(things[at])));
        return answers;
    }

    /// <summary>What fails, fails as it would alone.</summary>
    private static void Alone(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
