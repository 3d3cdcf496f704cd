using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Tells one database's run line by line: of each report only what the reports before did not say.</summary>
internal sealed class ProgressNarrator
{
    private readonly HashSet<string> _told = [];

    /// <summary>The news in a report; empty for none. Its text comes from scripts and servers: quote it.</summary>
    public IReadOnlyList<string> Tell(RunReport report) => [.. Lines(report).Where(_told.Add)];

    private static IEnumerable<string> Lines(RunReport report)
    {
        if (report.WaitingFor is { } holder)
        {
            yield return $"waits for the lock: '{holder.ApplicationName}' (pid {holder.Pid}) holds it since {holder.Since:HH:mm:ss} UTC";
        }

        if (report.Server is { } server)
        {
            yield return $"connected to {server.Engine} {server.Version}";
        }

        var isPlan = report.Mode == ReleaseMode.Plan;
        var scripts = report.Scripts.Select(script => isPlan ? Planned(script) : Line(script)).OfType<string>();
        foreach (var line in scripts.Concat(PlanSummary.Lines(report)))
        {
            yield return line;
        }

        if (report.Continues)
        {
            yield return $"goes on in another invocation of the function, {OutcomeWords.Done(report.Mode, report.Scripts)} so far";
        }

        if (Ending(report) is { } ending)
        {
            yield return ending;
        }
    }

    private static string? Planned(ScriptResult script) => script.Status switch
    {
        ScriptStatus.Pending => $"pending {script.Key}",
        ScriptStatus.Adopted => $"would adopt {script.Key}",
        _ => null,
    };

    private static string? Line(ScriptResult script) => script.Status switch
    {
        ScriptStatus.Applied => $"applied {script.Key} ({Effort(script)})",
        ScriptStatus.Undone => $"took back {script.Key} ({Effort(script)})",
        ScriptStatus.Adopted => $"adopted {script.Key}",
        ScriptStatus.Failed => $"FAILED {script.Key} ({Effort(script)})",
        _ => null,
    };

    private static string Effort(ScriptResult script)
    {
        var statements = script.Statements is { } count ? $"{Words.Count(count, "statement")}, " : "";
        return $"{statements}{Words.Duration(TimeSpan.FromMilliseconds(script.DurationMs ?? 0))}";
    }

    private static string? Ending(RunReport report) => report.Status switch
    {
        ResultStatus.Running => null,
        ResultStatus.Succeeded => $"succeeded: {OutcomeWords.Done(report.Mode, report.Scripts)}, now at {report.To ?? "no version"}",
        ResultStatus.Unavailable => $"unavailable: {report.Error?.Message}",
        _ => $"{KebabCase.Of(report.Status)} ({report.Error?.Code})", // the annotation says the rest
    };
}
