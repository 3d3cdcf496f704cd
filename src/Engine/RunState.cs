using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Scripts;

namespace Drawbridge.Engine;

/// <summary>How far a run has come, told to whoever listens each time it changes.</summary>
internal sealed class RunState(ReleaseMode mode, IProgress<RunReport> progress)
{
    private readonly List<ScriptResult> _scripts = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly List<ResultWarning> _warnings = [];
    private RunReport _report = RunReport.Started with { Mode = mode };
    private DatabaseHistory? _history;

    /// <summary>What the run is doing, as the end of a sentence.</summary>
    public string Where { get; private set; } = "before it reached the database";

    public void Reached(IDatabaseSession session)
    {
        Where = "while it waited for the migration lock";
        if (session.ConnectTries > 1)
        {
            _warnings.Add(new ResultWarning("retried", $"The server granted the connection only at try {session.ConnectTries}."));
        }

        Tell(_report with { Server = session.Server });
    }

    public void Waits(LockHolder? holder)
    {
        Where = holder is null ? "while it read the history and the scripts" : Where;
        if (_report.WaitingFor != holder)
        {
            Tell(_report with { WaitingFor = holder });
        }
    }

    public void Waited(TimeSpan duration) => _report = _report with { LockWait = duration };

    public void Warn(ResultWarning warning) => _warnings.Add(warning);

    public void Found(PlanFindings findings) => _report = _report with { Plan = findings };

    /// <summary>How the run ended; null while it goes on. Only noting it in the database can come after that.</summary>
    public RunReport? Ended => _report.Status == ResultStatus.Running ? null : _report;

    public void Begins(LoadedScript script)
    {
        _report = _report with { HasBegun = true };
        Where = $"while it ran '{script.Entry.Key}', which was rolled back as far as it runs in a transaction";
    }

    /// <summary>A script's connection broke, and the run goes on with it on a new one.</summary>
    public void GoesOn(LoadedScript script) => _warnings.Add(new ResultWarning(
        "connection-lost",
        $"The connection broke while script '{script.Entry.Key}' was at work. A new one read in the history what of it "
        + "is done, and the run went on from there.")
    {
        Script = script.Entry.Key,
    });

    public void Decided(Release release, DatabaseHistory history, Decision decision)
    {
        _history = decision.History ?? history;
        foreach (var script in ScriptListing.Of(release, _history, decision.Pending))
        {
            _places.TryAdd(script.Key, _scripts.Count);
            _scripts.Add(script);
        }

        _warnings.AddRange(decision.Warnings);
        Tell(_report with { From = history.HighestBefore(release)?.Text, To = _history.Highest?.Text, WaitingFor = null });
    }

    /// <summary>Takes note of what became of a script; <see cref="Tell()"/> passes it on.</summary>
    public void Ran(LoadedScript script, ScriptOutcome outcome)
    {
        var isUndo = script.Entry.Kind == ScriptKind.Undo;
        var index = _places[script.Entry.Key];
        _scripts[index] = _scripts[index] with
        {
            Status = outcome.Error is not null ? ScriptStatus.Failed : isUndo ? ScriptStatus.Undone : ScriptStatus.Applied,
            Transaction = outcome.Transaction,
            Statements = script.Sql.Statements.Count,
            DurationMs = (long)outcome.Duration.TotalMilliseconds,
            Tries = outcome.Tries > 1 ? outcome.Tries : null,
        };
        Where = $"behind '{script.Entry.Key}'";
        if (outcome.IsFoundInHistory)
        {
            _warnings.Add(new ResultWarning(
                "answer-lost",
                $"The connection broke while script '{script.Entry.Key}' was committed; a new one found it applied.")
            {
                Script = script.Entry.Key,
            });
        }

        _report = _report with { To = outcome.Error is null ? VersionAfter(script.Entry) : _report.To };
    }

    /// <summary>Passes on how far the run has come.</summary>
    public void Tell() => Tell(_report);

    public RunReport End(ResultStatus status, ResultError? error)
    {
        Tell(_report with { Status = status, Error = error, WaitingFor = null });
        return _report;
    }

    /// <summary>Another invocation goes on; only that it was stopped here is said.</summary>
    public RunReport Continue()
    {
        Tell(_report with { Continues = true, WaitingFor = null });
        return _report;
    }

    public RunReport EndBy(Problem problem)
    {
        Tell(_report.EndedBy(problem));
        return _report;
    }

    /// <summary>A finished release asked for again: history answers, nothing runs.</summary>
    public RunReport EndedBefore(Release release, DatabaseHistory history, FinishedRelease finished)
    {
        Decided(release, history, new Decision(finished.Outcome, Refusal: null, [], []));
        var failed = finished.Outcome == ResultStatus.Failed ? _scripts.FindIndex(script => script.Key == finished.Error?.Script) : -1;
        if (failed >= 0)
        {
            _scripts[failed] = _scripts[failed] with { Status = ScriptStatus.Failed };
        }

        _report = _report with { IsRepeated = true };
        var isAnswer = finished.Outcome == ResultStatus.Succeeded || finished.Error is not null;
        return End(finished.Outcome, isAnswer ? finished.Error : ResultError.Of(new ReleaseFinished(finished.Outcome.ToString())));
    }

    private string? VersionAfter(ReleaseScript script) => script.Kind == ScriptKind.Undo
        ? _history!.HighestBelow(ScriptVersion.Parse(script.Version!))?.Text
        : Higher(_report.To, script.Version);

    private static string? Higher(string? current, string? version) =>
        version is null || (current is not null && ScriptVersion.Parse(current) > ScriptVersion.Parse(version)) ? current : version;

    private void Tell(RunReport report)
    {
        _report = report with { Scripts = [.. _scripts], Warnings = [.. _warnings] };
        progress.Report(_report);
    }
}
