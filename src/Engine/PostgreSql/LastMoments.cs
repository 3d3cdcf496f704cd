using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>What a run still tries when it was told to stop: what ended it counts more than whether that succeeds.</summary>
internal static class LastMoments
{
    /// <summary>Of the time between the run's deadline and the platform's.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    /// <summary>Does something, with a little time of its own when the run's is over.</summary>
    public static async Task Try(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var grace = new CancellationTokenSource(Grace);
        try
        {
            await work(cancellationToken.IsCancellationRequested ? grace.Token : cancellationToken);
        }
        catch (Exception exception) when (exception is PipelineException or NpgsqlException or OperationCanceledException)
        {
            // The next try judges from the catalog, and does it again.
        }
    }
}
