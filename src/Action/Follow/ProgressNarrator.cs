using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Tells one database's run line by line: of each report only what the reports before did not say.</summary>
internal sealed class ProgressNarrator(TimeProvider time)
{
    private static readonly TimeSpan FirstReminder = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    private readonly HashSet<string> _told = [];
    private RunReport? _last;
    private long _heard = time.GetTimestamp();
    private TimeSpan _remindAfter = FirstReminder;

    /// <summary>The news in a report.</summary>
    public News Tell(RunReport report)
    {
        var lines = Lines(report, Changed(report)).Where(_told.Add).ToList();
        var ending = report.Status.IsFinal() && Ending(report) is { } end && _told.Add(end) ? end : null;
        if (lines.Count > 0)
        {
            (_heard, _remindAfter) = (time.GetTimestamp(), FirstReminder);
        }

        _last = report;
        return new News(lines) { Ending = ending, IsWait = lines.Count > 0 && Waits(report) };
    }

    /// <summary>What is waited for, the rarer the longer it lasts; null while it is not time to say so.</summary>
    public string? Remind()
    {
        var silence = time.GetElapsedTime(_heard);
        if (silence < _remindAfter)
        {
            return null;
        }

        _remindAfter += _remindAfter < LongestSilence ? _remindAfter : LongestSilence;
        return $"still {Occupation(_last)}, nothing new for {Words.Duration(TimeSpan.FromSeconds((int)silence.TotalSeconds))}";
    }

    private static bool Waits(RunReport report) =>
        report.WaitingFor is not null || report.Continues || report.Status == ResultStatus.Unavailable;

    private static string Occupation(RunReport? report) => report switch
    {
        null => "without an answer",
        { Status: ResultStatus.Unavailable } => "unavailable",
        { Continues: true } => "waiting for the next invocation",
        { WaitingFor: { } holder } => $"waiting for the lock of '{holder.ApplicationName}' (pid {holder.Pid})",
        _ when report.Scripts.FirstOrDefault(script => script.Status == ScriptStatus.Pending) is { } next => $"at {next.Key}",
        _ => "running",
    };

    /// <summary>Scripts keep their places: what stands there as before was told before, and there may be thousands.</summary>
    private IEnumerable<ScriptResult> Changed(RunReport report)
    {
        var before = _last?.Scripts ?? [];
        return report.Scripts.Where((script, at) => at >= before.Count || script != before[at]);
    }

    private static IEnumerable<string> Lines(RunReport report, IEnumerable<ScriptResult> changed)
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
        var scripts = changed.Select(script => isPlan ? Planned(script) : Line(script)).OfType<string>();
        foreach (var line in scripts.Concat(PlanSummary.Lines(report)))
        {
            yield return line;
        }

        if (report.Continues)
        {
            yield return $"goes on in another invocation of the function, {OutcomeWords.Done(report.Mode, report.Scripts)} so far";
        }

        if (report.Status == ResultStatus.Unavailable)
        {
            yield return $"unavailable: {report.Error?.Message}";
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
        var tries = script.Tries is { } number ? $", {number} tries" : "";
        return $"{statements}{Words.Duration(TimeSpan.FromMilliseconds(script.DurationMs ?? 0))}{tries}";
    }

    private static string? Ending(RunReport report) => report.Status switch
    {
        ResultStatus.Running or ResultStatus.Unavailable => null,
        ResultStatus.Succeeded => $"succeeded: {OutcomeWords.Done(report.Mode, report.Scripts)}, now at {report.To ?? "no version"}",
        _ => $"{KebabCase.Of(report.Status)} ({report.Error?.Code})", // the annotation says the rest
    };
}
