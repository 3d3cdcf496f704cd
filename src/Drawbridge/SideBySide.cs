using System.Runtime.ExceptionServices;

namespace Drawbridge;

/// <summary>Does the same to many things, on all cores.</summary>
internal static class SideBySide
{
    /// <summary>
    /// Prepares each, and uses one after the other, in order, while the next are prepared: not all of them need room at
    /// once.
    /// </summary>
    public static void Stream<T, TPrepared>(IReadOnlyList<T> things, Func<T, TPrepared> prepare, Action<TPrepared> use) =>
        new PreparedAhead<T, TPrepared>(things, prepare).Use(use);

    /// <summary>Asks each. The answers have the order of the things, whoever was done first. What fails, fails as it would alone.</summary>
    public static IReadOnlyList<TAnswer> Ask<T, TAnswer>(IReadOnlyList<T> things, Func<T, TAnswer> question)
    {
        var answers = new TAnswer[things.Count];
        try
        {
            Parallel.For(0, things.Count, at => answers[at] = question(things[at]));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return answers;
    }
}
