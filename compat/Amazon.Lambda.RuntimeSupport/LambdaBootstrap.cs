#nullable disable // as published: the package has no nullable annotations

using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Takes one invocation after the other from the Lambda runtime API and answers each.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly Func<Stream, ILambdaContext, Task<Stream>> _handler;
    private readonly RuntimeApiClient _runtime = new();

    internal LambdaBootstrap(Func<Stream, ILambdaContext, Task<Stream>> handler) => _handler = handler;

    /// <summary>
    /// Runs until cancelled. A handler's exception is reported and the loop goes on; a failing runtime API ends it.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await Answer(await _runtime.Next(cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop while waiting for an invocation.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection to the runtime API.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _runtime.Dispose();
        }
    }

    private async Task Answer(Invocation invocation)
    {
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        Stream response;
        try
        {
            response = await _handler(invocation.Event, invocation.Context);
        }
#pragma warning disable CA1031 // Do not catch general exception types: whatever a handler throws is its answer
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            await _runtime.Fail(invocation.Context.AwsRequestId, exception);
            return;
        }

        await _runtime.Respond(invocation.Context.AwsRequestId, response);
    }
}
