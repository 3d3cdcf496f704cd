using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>How far a run has come: the part of a result that only the database can answer.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Server">Null until the database was reached.</param>
/// <param name="From">The highest applied version before the run; null for none.</param>
/// <param name="To">The highest applied version now; null for none.</param>
/// <param name="Scripts">In the order in which they run; empty until history was read.</param>
/// <param name="Warnings">What went right but deserves a look.</param>
/// <param name="Error">Why it did not succeed.</param>
/// <param name="WaitingFor">Who holds the lock while the run waits for it.</param>
public sealed record RunReport(
    ResultStatus Status,
    ResultServer? Server,
    string? From,
    string? To,
    IReadOnlyList<ScriptResult> Scripts,
    IReadOnlyList<ResultWarning> Warnings,
    ResultError? Error,
    LockHolder? WaitingFor)
{
    /// <summary>Before anything is known.</summary>
    public static RunReport Started { get; } = new(ResultStatus.Running, null, null, null, [], [], null, null);

    /// <summary>What was asked for, as far as it is known.</summary>
    public ReleaseMode Mode { get; init; }

    /// <summary>What a plan found besides what is pending.</summary>
    public PlanFindings? Plan { get; init; }

    /// <summary>Time is over, and the run goes on in another invocation.</summary>
    public bool Continues { get; init; }

    /// <summary>How long it took to get the lock, or until the run gave up.</summary>
    public TimeSpan LockWait { get; init; }

    /// <summary>The release had ended before: history answers, and nothing happened.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether a script was sent, so that "nothing was run" may no longer be said.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Whether the report behind it shows all that this one does: its run's scripts are at work.</summary>
    public bool IsPassing => HasBegun && !Continues && WaitingFor is null && Status == ResultStatus.Running;

    /// <summary>The end that a problem makes of a run: tried again when it may pass, else an answer.</summary>
    public RunReport EndedBy(Problem problem) => this with
    {
        Status = problem.MayPass ? ResultStatus.Unavailable : HasBegun ? ResultStatus.Failed : ResultStatus.Refused,
        Error = ResultError.Of(problem),
        Continues = false,
        WaitingFor = null,
    };
}
