using Drawbridge.Configuration;
using Drawbridge.Engine.Donors;
using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Sql;

namespace Drawbridge.Engine.Tests;

/// <summary>
/// The real server, whose connection breaks once when a script is committed; before the run has another one, somebody else
/// has the lock.
/// </summary>
/// <param name="inner">The server.</param>
/// <param name="path">The script whose commit gets no answer.</param>
/// <param name="meanwhile">What somebody else does.</param>
internal sealed class CutServer(IDatabaseServer inner, string path, Func<Task> meanwhile) : IDatabaseServer
{
    private bool _isCut;

    public DatabaseEngine Engine => inner.Engine;

    public string? OnlyDatabase => inner.OnlyDatabase;

    public string UsualRootDatabase => inner.UsualRootDatabase;

    public TimeSpan SilentDeath => inner.SilentDeath;

    public async Task<IDatabaseSession> Connect(string database, string releaseId, CancellationToken cancellationToken) =>
        new Session(await inner.Connect(database, releaseId, cancellationToken), this);

    public Task<IReadOnlyList<DoctorCheck>> Examine(string rootDatabase, CancellationToken cancellationToken) =>
        inner.Examine(rootDatabase, cancellationToken);

    public Task<DoctorCheck> ExamineDatabase(string database, CancellationToken cancellationToken) =>
        inner.ExamineDatabase(database, cancellationToken);

    public SqlScript Read(string text) => inner.Read(text);

    public IEnumerable<RunStep> StepsOf(SqlScript script) => inner.StepsOf(script);

    private sealed class Session(IDatabaseSession inner, CutServer server) : IDatabaseSession
    {
        public ResultServer Server => inner.Server;

        public int ConnectTries => inner.ConnectTries;

        public bool IsOpen => inner.IsOpen;

        public Task<LockHolder?> TryLock(CancellationToken cancellationToken) => inner.TryLock(cancellationToken);

        public Task<DatabaseHistory> ReadHistory(ReleaseId release, CancellationToken cancellationToken) =>
            inner.ReadHistory(release, cancellationToken);

        public Task<DatabaseView> Look(CancellationToken cancellationToken) => inner.Look(cancellationToken);

        public Task<LockHolder?> TryLock(DonorHistory donor, CancellationToken cancellationToken) =>
            inner.TryLock(donor, cancellationToken);

        public Task Settle(Decision decision, Release release, CancellationToken cancellationToken) =>
            inner.Settle(decision, release, cancellationToken);

        public async Task<ScriptOutcome> Apply(LoadedScript script, Release release, RunClock clock)
        {
            var outcome = await inner.Apply(script, release, clock);
            if (server.Cuts(script))
            {
                await inner.DisposeAsync();
                await server.Meanwhile();
                throw new DrawbridgeException(new DatabaseConnectionLost(release.Database, "cut"));
            }

            return outcome;
        }

        public Task RecordRelease(Release release, RunReport report, CancellationToken cancellationToken) =>
            inner.RecordRelease(release, report, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private bool Cuts(LoadedScript script)
    {
        var cuts = !_isCut && script.Entry.Key.EndsWith($"/{path}", StringComparison.Ordinal);
        _isCut |= cuts;
        return cuts;
    }

    private Task Meanwhile() => meanwhile();
}
