using System.Collections.Concurrent;

namespace Drawbridge.Engine.Tests;

/// <summary>Everything that a run said while it worked.</summary>
internal sealed class Reports : IProgress<RunReport>
{
    private readonly ConcurrentQueue<RunReport> _all = [];

    public IReadOnlyCollection<RunReport> All => _all;

    public void Report(RunReport value) => _all.Enqueue(value);

    /// <summary>Waits until a report says something.</summary>
    public async Task<RunReport> Until(Func<RunReport, bool> said)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (_all.FirstOrDefault(said) is { } report)
            {
                return report;
            }

            await Task.Delay(10, limit.Token);
        }
    }
}
