using System.Collections.Concurrent;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>
/// One runtime address for many processes: each poll is an environment of its own until it has answered.
/// </summary>
internal sealed class SharedRuntime(EnvironmentPool pool, TimeProvider time, TimeSpan timeout) : IRuntime
{
    private readonly ConcurrentDictionary<string, RuntimeSession> _busy = new();

    public async Task<FunctionInvocation?> Next(RuntimePoll poll)
    {
        var session = new RuntimeSession(time, timeout);
        var environment = new PolledEnvironment(session, poll, time, timeout);
        var next = session.Next(poll);
        pool.Add(environment);
        try
        {
            var invocation = await next;
            _busy[invocation!.RequestId] = session;
            return invocation;
        }
        catch (OperationCanceledException)
        {
            pool.Remove(environment);
            throw;
        }
    }

    public RuntimeReply Complete(string requestId, InvocationOutcome outcome) =>
        _busy.TryRemove(requestId, out var session)
            ? session.Complete(requestId, outcome)
            : RuntimeReply.InvalidRequestId;

    /// <summary>A process that could not start has no event yet, so there is nothing to fail.</summary>
    public RuntimeReply InitFailed(InvocationOutcome outcome) => RuntimeReply.Accepted;
}
