using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>What became of one database.</summary>
/// <param name="Database">Its name.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="Report">The last thing that was heard of it; null for nothing.</param>
internal sealed record DatabaseOutcome(string Database, OutcomeKind Kind, RunReport? Report)
{
    /// <summary>Why there is no report, or none that says enough.</summary>
    public Problem? Problem { get; init; }

    /// <summary>How long the run itself took; null when it has not ended.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>When the run began; null when it is not known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The error to show: the run's own, or the problem that kept it from being heard.</summary>
    public ResultError? Error => Problem is null ? Report?.Error : ResultError.Of(Problem);

    /// <summary>Scripts that this run applied.</summary>
    public int Applied => Count(ScriptStatus.Applied);

    /// <summary>Scripts that this run took over from another tool, or because they were marked as done.</summary>
    public int Adopted => Count(ScriptStatus.Adopted);

    /// <summary>Scripts that this run took back.</summary>
    public int Undone => Count(ScriptStatus.Undone);

    /// <summary>Scripts that wait to be applied.</summary>
    public int Pending => Count(ScriptStatus.Pending);

    /// <summary>Scripts that failed: one at most.</summary>
    public int Failed => Count(ScriptStatus.Failed);

    /// <summary>Whether the history was read, so that the numbers and versions mean something.</summary>
    public bool HasHistory => Report is { Status: ResultStatus.Succeeded } or { Scripts.Count: > 0 };

    /// <summary>What a run's end means.</summary>
    public static DatabaseOutcome Of(string database, RunReport report, DateTimeOffset? startedAt, TimeSpan? duration) =>
        new(database, KindOf(report.Status), report) { StartedAt = startedAt, Duration = duration };

    private static OutcomeKind KindOf(ResultStatus status) => status switch
    {
        ResultStatus.Succeeded => OutcomeKind.Succeeded,
        ResultStatus.Failed => OutcomeKind.Failed,
        ResultStatus.Refused => OutcomeKind.Refused,
        ResultStatus.Superseded => OutcomeKind.Superseded,
        ResultStatus.Unavailable => OutcomeKind.Unavailable,
        _ => OutcomeKind.NoResult,
    };

    private int Count(ScriptStatus status) => Report?.Scripts.Count(script => script.Status == status) ?? 0;
}
