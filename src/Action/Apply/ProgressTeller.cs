using System.Threading.Channels;
using Drawbridge.Engine;
using Drawbridge.GitHubAction.Follow;

namespace Drawbridge.GitHubAction.Apply;

/// <summary>Takes a run's reports without making it wait, and writes them in order.</summary>
internal sealed class ProgressTeller : IProgress<RunReport>
{
    private readonly Channel<RunReport> _reports = Channel.CreateUnbounded<RunReport>();
    private readonly Task _telling;

    /// <summary>Begins to tell one database's run.</summary>
    public ProgressTeller(ProgressLog log, string database) => _telling = TellAll(log, database);

    public void Report(RunReport value) => _reports.Writer.TryWrite(value);

    /// <summary>Everything that was reported is written.</summary>
    public Task Finish()
    {
        _reports.Writer.Complete();
        return _telling;
    }

    private async Task TellAll(ProgressLog log, string database)
    {
        await foreach (var report in _reports.Reader.ReadAllAsync())
        {
            if (!report.IsPassing || !_reports.Reader.TryPeek(out _))
            {
                await log.Tell(database, report);
            }
        }
    }
}
