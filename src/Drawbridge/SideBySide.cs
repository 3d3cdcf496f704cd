using System.Runtime.ExceptionServices;

namespace Drawbridge;

/// <summary>Does the same to many things, on all cores.</summary>
internal static class SideBySide
{
    /// <summary>Does it to each. What fails, fails as it would alone.</summary>
    public static void Do<T>(IReadOnlyList<T> things, Action<T> work) => For(things.Count, at => work(things[at]));

    /// <summary>Asks each. The answers have the order of the things, whoever was done first.</summary>
    public static IReadOnlyList<TAnswer> Ask<T, TAnswer>(IReadOnlyList<T> things, Func<T, TAnswer> question)
    {
        var answers = new TAnswer[things.Count];
        For(things.Count, at => answers[at] = question(things[at]));
        return answers;
    }

    private static void For(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, work);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
