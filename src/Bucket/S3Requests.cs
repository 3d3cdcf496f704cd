namespace Drawbridge.Bucket;

/// <summary>Sends requests with a time limit of their own and turns what fails into a problem.</summary>
internal sealed class S3Requests(S3Failure failure)
{
    /// <summary>What S3 failures look like here.</summary>
    public S3Failure Failure { get; } = failure;

    /// <summary>Waits for one answer.</summary>
    /// <param name="name">The permission and the key that it concerns.</param>
    /// <param name="limit">For all tries together.</param>
    /// <param name="send">Sends it, and catches what the caller counts as an answer.</param>
    /// <param name="cancellationToken">Of the caller.</param>
    public async Task<T> Send<T>(
        string name, TimeSpan limit, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            return await send(patience.Token);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (patience.IsCancellationRequested)
        {
            throw new DrawbridgeException(Failure.Silent(limit), exception);
        }
        catch (Exception exception) when (Failure.ProblemOf(exception, name) is { } problem)
        {
            throw new DrawbridgeException(problem, exception);
        }
    }
}
