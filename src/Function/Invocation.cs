using Amazon.Lambda.Core;

namespace Drawbridge.LambdaFunction;

/// <summary>What the platform says about the current invocation.</summary>
/// <param name="RequestId">Names it; its retries carry the same id.</param>
/// <param name="LogStream">Where its log is.</param>
/// <param name="Deadline">When the platform kills the process.</param>
internal sealed record Invocation(string RequestId, string LogStream, DateTimeOffset Deadline)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestInvocation = TimeSpan.FromMinutes(15);

    /// <summary>From the context of the runtime client.</summary>
    public static Invocation Of(ILambdaContext context, TimeProvider time)
    {
        var remaining = TimeSpan.FromTicks(Math.Clamp(context.RemainingTime.Ticks, 0, LongestInvocation.Ticks));
        return new Invocation(context.AwsRequestId, context.LogStreamName ?? "", time.GetUtcNow() + remaining);
    }

    /// <summary>
    /// Time for a run that starts now. The rest is for rolling back and for the last result, because the platform
    /// gives no signal before it kills; a short invocation gives a quarter for that.
    /// </summary>
    public TimeSpan RunTime(TimeProvider time)
    {
        var remaining = Deadline - time.GetUtcNow();
        var margin = remaining / 4 < LongestMargin ? remaining / 4 : LongestMargin;
        return remaining > TimeSpan.Zero ? remaining - margin : TimeSpan.Zero;
    }
}
