using Drawbridge.Engine;
using Drawbridge.LambdaFunction.Logs;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>Tells the log what changes while a run is at work, and passes it on.</summary>
internal sealed class RunLog(JsonLog log, IProgress<RunReport> next) : IProgress<RunReport>
{
    /// <summary>The log of this release.</summary>
    public JsonLog Log { get; } = log;

    /// <summary>The newest state.</summary>
    public RunReport Last { get; private set; } = RunReport.Started;

    public void Report(RunReport value)
    {
        if (value.WaitingFor is { } holder && holder != Last.WaitingFor)
        {
            Log.Info($"Waiting for the migration lock, which process {holder.Pid} ('{holder.ApplicationName}') holds.");
        }

        foreach (var script in value.Scripts.Where(IsNews))
        {
            Log.Write(Log.Common with
            {
                Message = $"Script '{script.Key}' {KebabCase.Of(script.Status)}.",
                Script = script.Key,
                DurationMs = script.DurationMs,
            });
        }

        Last = value;
        next.Report(value);
    }

    /// <summary>A run's scripts keep their places, so comparing a report with the one before needs no search.</summary>
    private bool IsNews(ScriptResult script, int place) =>
        script is { Status: ScriptStatus.Applied or ScriptStatus.Undone or ScriptStatus.Failed, DurationMs: not null }
        && (place >= Last.Scripts.Count || Last.Scripts[place].Status != script.Status);
}
