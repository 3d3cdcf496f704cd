namespace Drawbridge.LocalAws.Lambda;

/// <summary>The environments that have nothing to do, and those who wait for one, first come first served.</summary>
internal sealed class EnvironmentPool
{
    private readonly Lock _gate = new();
    private readonly List<IExecutionEnvironment> _idle = [];
    private readonly LinkedList<TaskCompletionSource<IExecutionEnvironment>> _waiting = [];

    public void Add(IExecutionEnvironment environment)
    {
        lock (_gate)
        {
            while (_waiting.First is { } next)
            {
                _waiting.RemoveFirst();
                if (next.Value.TrySetResult(environment))
                {
                    return;
                }
            }

            _idle.Add(environment);
        }
    }

    /// <summary>Whether the environment was idle, and now is gone.</summary>
    public bool Remove(IExecutionEnvironment environment)
    {
        lock (_gate)
        {
            return _idle.Remove(environment);
        }
    }

    /// <summary>An idle environment, a warm one if there is one; null when all are busy.</summary>
    public IExecutionEnvironment? TryTake()
    {
        lock (_gate)
        {
            _idle.RemoveAll(environment => environment.IsLost);
            var index = Math.Max(_idle.FindLastIndex(environment => environment.IsWarm), _idle.Count > 0 ? 0 : -1);
            if (index < 0)
            {
                return null;
            }

            var environment = _idle[index];
            _idle.RemoveAt(index);
            return environment;
        }
    }

    /// <summary>An idle environment, as soon as there is one.</summary>
    /// <exception cref="OperationCanceledException">The patience ended first.</exception>
    public async Task<IExecutionEnvironment> Take(CancellationToken patience)
    {
        TaskCompletionSource<IExecutionEnvironment> turn;
        lock (_gate)
        {
            if (TryTake() is { } idle)
            {
                return idle;
            }

            turn = new TaskCompletionSource<IExecutionEnvironment>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast(turn);
        }

        await using var registration = patience.Register(() => turn.TrySetCanceled(patience));
        return await turn.Task;
    }
}
