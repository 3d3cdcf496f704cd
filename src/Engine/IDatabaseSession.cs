using Drawbridge.Engine.Donors;
using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>
/// One connection to one database: it holds the lock, keeps the history and runs the scripts, so that the lock lasts
/// exactly as long as the last statement of a run that died.
/// </summary>
public interface IDatabaseSession : IAsyncDisposable
{
    /// <summary>What was reached.</summary>
    ResultServer Server { get; }

    /// <summary>How often a connection was asked for; 1 when the first was granted.</summary>
    int ConnectTries { get; }

    /// <summary>Whether it can still be used: some refusals end it, and with it the lock.</summary>
    bool IsOpen { get; }

    /// <summary>Takes the migration lock if it is free; null when taken, else who holds it.</summary>
    Task<LockHolder?> TryLock(CancellationToken cancellationToken);

    /// <summary>Reads what was applied, and creates the tables for it on first use. Needs the lock.</summary>
    Task<DatabaseHistory> ReadHistory(ReleaseId release, CancellationToken cancellationToken);

    /// <summary>
    /// Reads what was applied, and who holds the lock, in a transaction that can't write: nothing is created, no lock is
    /// taken or waited for.
    /// </summary>
    Task<DatabaseView> Look(CancellationToken cancellationToken);

    /// <summary>
    /// Takes the lock of another tool that keeps its history in the database; null when taken, else who holds it. It
    /// ends with <see cref="Settle"/>, or the session.
    /// </summary>
    Task<LockHolder?> TryLock(DonorHistory donor, CancellationToken cancellationToken);

    /// <summary>
    /// Records what is taken over from another tool, and what people declare of scripts, all of it or nothing. Needs the
    /// lock.
    /// </summary>
    Task Settle(Decision decision, Release release, CancellationToken cancellationToken);

    /// <summary>Applies one script and records it, or neither. Needs the lock.</summary>
    Task<ScriptOutcome> Apply(LoadedScript script, Release release, RunClock clock);

    /// <summary>
    /// How many scripts, from one on, may travel together: 1 where each needs an answer before the next.
    /// </summary>
    int LengthOfConvoy(IReadOnlyList<LoadedScript> scripts, int first) => 1;

    /// <summary>
    /// Applies scripts that may travel together, in order, each by itself: applied and recorded, or neither. Needs the
    /// lock.
    /// </summary>
    /// <param name="scripts">More than one.</param>
    /// <param name="release">Theirs.</param>
    /// <param name="clock">Stops them.</param>
    /// <param name="tell">
    /// Hears of each what became of it, before anything is thrown; behind one that failed, none was begun.
    /// </param>
    Task Apply(IReadOnlyList<LoadedScript> scripts, Release release, RunClock clock, Action<ScriptOutcome> tell) =>
        throw new NotSupportedException();

    /// <summary>Records that a release has ended, so that its event can't run it again. Needs the lock.</summary>
    Task RecordRelease(Release release, RunReport report, CancellationToken cancellationToken);
}
