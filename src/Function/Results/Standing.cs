using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Results;

/// <summary>
/// Whether a result that is there stands, or gives way to a new one. The same event may come twice and late, and must
/// not spoil the answer that somebody has read or is about to read.
/// </summary>
internal static class Standing
{
    private static readonly string FinishedBefore = KebabCase.Of(nameof(ReleaseFinished));

    /// <summary>Whether the answer that is there stands.</summary>
    /// <param name="there">What an earlier invocation left.</param>
    /// <param name="next">What this one has to say at its end.</param>
    /// <param name="hadLock">Whether this one held the database's lock, and so knows better than any other.</param>
    public static bool Against(Result? there, Result next, bool hadLock)
    {
        if (there is null || !there.Status.IsFinal())
        {
            return false;
        }

        if (there.Status == next.Status && (next.Error is null || next.Error == there.Error))
        {
            return true;
        }

        return next.Error?.Code == FinishedBefore || !(hadLock || IsRefusedAgain(there, next));
    }

    /// <summary>Someone corrected a setting or the release's object, only to meet the next obstacle.</summary>
    private static bool IsRefusedAgain(Result there, Result next) =>
        (there.Status, next.Status) == (ResultStatus.Refused, ResultStatus.Refused);
}
