namespace Drawbridge.LocalAws.Lambda;

/// <summary>
/// The states of one runtime: it asks for work, has work, answers, and asks again. It never has two things to do.
/// </summary>
internal sealed class RuntimeSession(TimeProvider time, TimeSpan timeout) : IRuntime
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<FunctionInvocation?>? _waiting;
    private FunctionInvocation? _offered;
    private FunctionInvocation? _current;

    /// <summary>The invocation that it is handling.</summary>
    public FunctionInvocation? Running
    {
        get
        {
            lock (_gate)
            {
                return _current is { Outcome: null } ? _current : null;
            }
        }
    }

    /// <summary>Hands the event over, now (then it is true) or when the runtime asks.</summary>
    public bool Offer(FunctionInvocation invocation)
    {
        lock (_gate)
        {
            _offered = invocation;
            return _waiting is { Task.IsCompleted: false } waiting && waiting.TrySetResult(HandOver());
        }
    }

    public async Task<FunctionInvocation?> Next(RuntimePoll poll)
    {
        TaskCompletionSource<FunctionInvocation?> waiting;
        lock (_gate)
        {
            if (_current is { Outcome: null })
            {
                return null;
            }

            if (_offered is not null)
            {
                return HandOver();
            }

            waiting = _waiting = new TaskCompletionSource<FunctionInvocation?>(
                TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await using var registration = poll.Aborted.Register(() => Withdraw(waiting, poll.Aborted));
        return await waiting.Task;
    }

    public RuntimeReply Complete(string requestId, InvocationOutcome outcome)
    {
        lock (_gate)
        {
            return _current is null or { Outcome: not null } ? RuntimeReply.InvalidStateTransition
                : _current.RequestId != requestId ? RuntimeReply.InvalidRequestId
                : _current.Complete(outcome) ? RuntimeReply.Accepted
                : RuntimeReply.InvalidStateTransition;
        }
    }

    public RuntimeReply InitFailed(InvocationOutcome outcome)
    {
        lock (_gate)
        {
            if (_current is not null || _waiting is not null)
            {
                return RuntimeReply.InvalidStateTransition;
            }

            _offered?.Complete(outcome);
            _offered = null;
            return RuntimeReply.Accepted;
        }
    }

    private FunctionInvocation HandOver()
    {
        _current = _offered!;
        _offered = null;
        _current.Start(time.GetUtcNow(), timeout);
        return _current;
    }

    private void Withdraw(TaskCompletionSource<FunctionInvocation?> waiting, CancellationToken aborted)
    {
        lock (_gate)
        {
            waiting.TrySetCanceled(aborted);
        }
    }
}
