using System.Text.Json.Serialization;

namespace Drawbridge.Manifests;

/// <summary>The function's answer to one release, rewritten while it works.</summary>
/// <param name="Schema">Always <see cref="SchemaName"/>.</param>
/// <param name="Id">The release's.</param>
/// <param name="Database">The release's.</param>
/// <param name="Mode">The release's.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Attempt">Counts the invocations that worked on this release, from 1.</param>
/// <param name="Function">Who answered.</param>
/// <param name="Server">Null until the database was reached.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="FinishedAt">UTC; null while running.</param>
/// <param name="DurationMs">Until now, or until it finished.</param>
/// <param name="From">The highest applied version before; null for none.</param>
/// <param name="To">The highest applied version now; null for none.</param>
/// <param name="Applied">Scripts applied by this release.</param>
/// <param name="Pending">Scripts of it not applied yet.</param>
/// <param name="Scripts">In the order in which they run.</param>
/// <param name="Warnings">What went right but deserves a look.</param>
/// <param name="Error">Why it did not succeed.</param>
public sealed record Result(
    string Schema,
    string Id,
    string Database,
    ReleaseMode Mode,
    ResultStatus Status,
    int Attempt,
    ResultFunction Function,
    ResultServer? Server,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    long DurationMs,
    string? From,
    string? To,
    int Applied,
    int Pending,
    IReadOnlyList<ScriptResult> Scripts,
    IReadOnlyList<ResultWarning> Warnings,
    ResultError? Error)
{
    /// <summary>The contract's name and version.</summary>
    public const string SchemaName = "drawbridge/result/1";

    /// <summary>This invocation's time is over, and the run goes on in another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Continues { get; init; }

    /// <summary>Who holds the lock while this run waits for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LockHolder? WaitingFor { get; init; }

    /// <summary>What a plan found besides what is pending.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanFindings? Plan { get; init; }
}
