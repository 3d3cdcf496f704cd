using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Results;

/// <summary>Makes a result of what the run reports and of what only the host knows.</summary>
/// <param name="key">The release's.</param>
/// <param name="attempt">Counts from 1.</param>
/// <param name="function">Who answers.</param>
/// <param name="time">The clock.</param>
internal sealed class ResultComposer(ManifestKey key, int attempt, ResultFunction function, TimeProvider time)
{
    /// <summary>Counts the invocations that worked on the release, from 1.</summary>
    public int Attempt => attempt;

    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _started = time.GetTimestamp();

    public Result Compose(RunReport report)
    {
        var elapsed = time.GetElapsedTime(_started);
        return new Result(
            Result.SchemaName,
            key.Id.Text,
            key.Database,
            key.Kind == ManifestKind.Plan ? ReleaseMode.Plan : report.Mode,
            report.Status,
            attempt,
            function,
            report.Server,
            _startedAt,
            report.Status == ResultStatus.Running ? null : _startedAt + elapsed,
            (long)elapsed.TotalMilliseconds,
            report.From,
            report.To,
            report.Scripts.Count(script => script.Status == ScriptStatus.Applied),
            report.Scripts.Count(script => script.Status is ScriptStatus.Pending or ScriptStatus.Failed),
            report.Scripts,
            report.Warnings,
            report.Error)
        {
            Continues = report.Continues,
            WaitingFor = report.WaitingFor,
            Plan = report.Plan,
        };
    }
}
