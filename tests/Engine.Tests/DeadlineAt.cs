using Drawbridge.Manifests;

namespace Drawbridge.Engine.Tests;

/// <summary>Stops a run as soon as it tells of a status.</summary>
internal sealed class DeadlineAt(ResultStatus status, CancellationTokenSource clock) : IProgress<RunReport>
{
    public void Report(RunReport value)
    {
        if (value.Status == status)
        {
            clock.Cancel();
        }
    }
}
