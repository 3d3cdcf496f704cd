namespace Drawbridge.LocalAws.Lambda;

/// <summary>
/// A process that somebody else started, from one poll to its answer. It can't be killed: it is only given up.
/// </summary>
internal sealed class PolledEnvironment(RuntimeSession session, RuntimePoll poll, TimeProvider time, TimeSpan timeout) : IExecutionEnvironment
{
    public bool IsWarm => true;

    public bool IsLost => !poll.IsConnected;

    public bool IsReusable => false;

    public async Task Run(FunctionInvocation invocation, CancellationToken stopping)
    {
        if (!session.Offer(invocation))
        {
            invocation.Complete(InvocationOutcome.Exited(invocation.RequestId, "the poll was given up"));
            return;
        }

        try
        {
            await invocation.Completion.WaitAsync(timeout, time, stopping);
        }
        catch (TimeoutException)
        {
            invocation.Complete(InvocationOutcome.TimedOut(invocation.RequestId, timeout));
        }
    }
}
