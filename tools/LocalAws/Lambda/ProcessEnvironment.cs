using System.ComponentModel;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>
/// An execution environment as Lambda keeps it: a process with a runtime address of its own, started when the first
/// event comes, used again while it lives, killed at the deadline, replaced when the next event comes.
/// </summary>
internal sealed class ProcessEnvironment(LocalAwsOptions options, string endpoint, string runtimeApi, FunctionLog log)
    : IExecutionEnvironment, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private FunctionProcess? _process;
    private RuntimeSession? _session;

    /// <summary>The one that was started last; null before that, and in between.</summary>
    public FunctionProcess? Process => _process;

    public bool IsWarm => _process is { Exited.IsCompleted: false };

    public bool IsReusable => true;

    public bool IsLost => false;

    /// <summary>
    /// What the process at this environment's address talks to; null before the first one was started.
    /// </summary>
    public IRuntime? Runtime => _session;

    public async Task Run(FunctionInvocation invocation, CancellationToken stopping)
    {
        var exit = "";
        // As on Lambda: a start that takes too long or ends is tried once more, then within the function's own time.
        foreach (var patience in (TimeSpan[])[options.Lambda.InitTimeout, options.Lambda.Timeout])
        {
            if (!IsWarm && !await TryLaunch(invocation, stopping))
            {
                return;
            }

            var process = _process ?? throw new OperationCanceledException(stopping);
            _session!.Offer(invocation);
            await Any(patience, stopping, invocation.Started, invocation.Completion, process.Exited);
            if (invocation.Started.IsCompleted)
            {
                await Supervise(invocation, process, stopping);
                return;
            }

            if (invocation.Completion.IsCompleted)
            {
                return;
            }

            process.Kill();
            exit = await process.Exited;
        }

        invocation.Complete(InvocationOutcome.Exited(invocation.RequestId, exit));
    }

    /// <summary>
    /// Kills the process. No other one is started once <c>stopping</c> is cancelled, which has to come first.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        FunctionProcess? process;
        lock (_gate)
        {
            process = _process;
            _process = null;
        }

        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }

    private async Task Supervise(FunctionInvocation invocation, FunctionProcess process, CancellationToken stopping)
    {
        var left = invocation.Deadline - options.Time.GetUtcNow();
        await Any(left, stopping, invocation.Completion, process.Exited);
        if (invocation.Completion.IsCompleted)
        {
            return;
        }

        if (process.Exited.IsCompleted)
        {
            invocation.Complete(InvocationOutcome.Exited(invocation.RequestId, await process.Exited));
            return;
        }

        process.Kill();
        await process.Exited;
        invocation.Complete(InvocationOutcome.TimedOut(invocation.RequestId, options.Lambda.Timeout));
    }

    private async Task<bool> TryLaunch(FunctionInvocation invocation, CancellationToken stopping)
    {
        await DisposeAsync();
        try
        {
            lock (_gate)
            {
                stopping.ThrowIfCancellationRequested();
                _process = Launch();
            }

            return true;
        }
        catch (Win32Exception failure)
        {
            invocation.Complete(InvocationOutcome.NotStarted(invocation.RequestId, failure.Message));
            return false;
        }
    }

    private FunctionProcess Launch()
    {
        var stream = $"{options.Time.GetUtcNow():yyyy/MM/dd}/[$LATEST]{Guid.NewGuid():N}";
        var session = new RuntimeSession(options.Time, options.Lambda.Timeout);
        _session = session;
        return FunctionProcess.Start(
            options.Function!,
            FunctionVariables.Function(endpoint, runtimeApi, stream, options),
            line => log.Add(new FunctionLogLine(stream, session.Running?.RequestId, line)));
    }

    /// <summary>Ends with the first of the tasks, or when the time is up.</summary>
    private async Task Any(TimeSpan limit, CancellationToken stopping, params Task[] tasks)
    {
        try
        {
            var shortest = limit > TimeSpan.Zero ? limit : TimeSpan.Zero;
            await Task.WhenAny(tasks).WaitAsync(shortest, options.Time, stopping);
        }
        catch (TimeoutException)
        {
            // The caller looks at the tasks, whichever way this ended.
        }
    }
}
