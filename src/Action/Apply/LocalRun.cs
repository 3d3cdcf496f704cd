using Drawbridge.Engine;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Apply;

/// <summary>Runs the engine on this machine: the root database first, then the others side by side.</summary>
internal sealed class LocalRun(ApplyRequest request, ProgressLog log, TimeProvider time)
{
    private const string Origin = "local";

    /// <summary>
    /// An id of its own for each run: releases of the same id run once. Its last part counts milliseconds, because a
    /// developer may run twice in a second.
    /// </summary>
    public ReleaseId Id { get; } = ReleaseId.Create(time.GetUtcNow(), Origin, time.GetUtcNow().Millisecond + 1);

    /// <summary>Applies the scripts of every database.</summary>
    public async Task<RunOutcome> Run(LocalScripts scripts, CancellationToken cancellationToken)
    {
        try
        {
            return await new Waves(request.RootDatabase, database => Apply(database, scripts, cancellationToken)).Run(scripts.Databases);
        }
        finally
        {
            await log.Close();
        }
    }

    private async Task<DatabaseOutcome> Apply(
        string database, LocalScripts scripts, CancellationToken cancellationToken)
    {
        var release = new Release(
            Release.SchemaName,
            Id.Text,
            database,
            ReleaseMode.Apply,
            time.GetUtcNow(),
            new ReleaseSource(request.Folder, Origin, Origin, Run: null, Actor: null),
            scripts.Options(database),
            scripts.Of(database))
        {
            Marks = scripts.Marks(database),
        };
        var teller = new ProgressTeller(log, database);
        var (startedAt, started) = (time.GetUtcNow(), time.GetTimestamp());
        var report = await new MigrationRun(request.Server, scripts, time).Run(release, teller, cancellationToken);
        await teller.Finish();
        var answer = report with { Error = LocalWords.Of(report.Error) };
        return DatabaseOutcome.Of(database, answer, startedAt, time.GetElapsedTime(started));
    }
}
