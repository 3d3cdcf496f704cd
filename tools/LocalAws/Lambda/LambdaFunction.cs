namespace Drawbridge.LocalAws.Lambda;

/// <summary>The function: gives each invocation an environment and keeps the list of all of them.</summary>
internal sealed class LambdaFunction(EnvironmentPool pool, FunctionLog log, CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private readonly List<FunctionInvocation> _invocations = [];

    /// <summary>Every attempt that got an environment, in that order.</summary>
    public IReadOnlyList<FunctionInvocation> Invocations
    {
        get
        {
            lock (_gate)
            {
                return [.. _invocations];
            }
        }
    }

    /// <summary>Runs it as soon as an environment is free.</summary>
    /// <exception cref="OperationCanceledException">None was free in time, or everything stops.</exception>
    public async Task<InvocationOutcome> Run(FunctionInvocation invocation, CancellationToken patience)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience, stopping);
        return await Run(invocation, await pool.Take(either.Token));
    }

    /// <summary>Runs it at once; null when no environment is free, which Lambda calls throttling.</summary>
    public async Task<InvocationOutcome?> TryRun(FunctionInvocation invocation) =>
        pool.TryTake() is { } environment ? await Run(invocation, environment) : null;

    private async Task<InvocationOutcome> Run(FunctionInvocation invocation, IExecutionEnvironment environment)
    {
        lock (_gate)
        {
            _invocations.Add(invocation);
        }

        try
        {
            await environment.Run(invocation, stopping);
        }
        finally
        {
            if (environment.IsReusable)
            {
                pool.Add(environment);
            }
        }

        var outcome = await invocation.Completion;
        log.Note(
            $"{invocation.Kind} {invocation.RequestId} attempt {invocation.Attempt}: "
            + $"{outcome.ErrorType ?? "succeeded"}");
        return outcome;
    }
}
