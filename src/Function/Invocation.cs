using Amazon.Lambda.Core;
using Drawbridge.Engine;

namespace Drawbridge.LambdaFunction;

/// <summary>What the platform says about the current invocation.</summary>
/// <param name="RequestId">Names it; its retries carry the same id.</param>
/// <param name="LogStream">Where its log is.</param>
/// <param name="Begin">When it began.</param>
/// <param name="Deadline">When the platform kills the process.</param>
internal sealed record Invocation(string RequestId, string LogStream, DateTimeOffset Begin, DateTimeOffset Deadline)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestInvocation = TimeSpan.FromMinutes(15);

    /// <summary>From the context of the runtime client.</summary>
    public static Invocation Of(ILambdaContext context, TimeProvider time)
    {
        var remaining = TimeSpan.FromTicks(Math.Clamp(context.RemainingTime.Ticks, 0, LongestInvocation.Ticks));
        var now = time.GetUtcNow();
        return new Invocation(context.AwsRequestId, context.LogStreamName ?? "", now, now + remaining);
    }

    /// <summary>The clock of a run that starts now.</summary>
    public RunClock Clock(TimeProvider time, bool mayContinue) =>
        new(time, RunTimeFrom(Begin), RunTimeFrom(time.GetUtcNow()), mayContinue);

    /// <summary>
    /// The rest is for rolling back and for the last result, because the platform gives no signal before it kills; a
    /// short invocation gives a quarter for that.
    /// </summary>
    private TimeSpan RunTimeFrom(DateTimeOffset start)
    {
        var remaining = Deadline - start;
        var margin = remaining / 4 < LongestMargin ? remaining / 4 : LongestMargin;
        return remaining > TimeSpan.Zero ? remaining - margin : TimeSpan.Zero;
    }
}
