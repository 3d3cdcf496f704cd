using System.Collections.Concurrent;
using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>
/// One deploy from the first upload to the last answer. The scripts are in the bucket before the first release is
/// written; the root database's release is answered before the others are written, because its scripts create them.
/// </summary>
internal sealed class Deployment(DeployRequest request, MigrationBucket bucket, DeploymentLog log, TimeProvider time)
{
    private readonly ReleasePublisher _publisher = new(bucket, request.Layout, time);
    private readonly ReleaseFollower _follower =
        new(bucket, request.Layout, log.Progress, new Deadline(time, request.Timeout));

    private readonly ConcurrentBag<string> _released = [];
    private IReadOnlyList<string> _databases = [];

    /// <summary>The release's id, as soon as there is one in the bucket.</summary>
    public ReleaseId? Release { get; private set; }

    /// <summary>What to say to who cancelled it: nothing is half done, and what was released goes on by itself.</summary>
    public Cancelled Cancelled => Release is { } release
        ? Cancelled.Waiting(release.Text, Names(_databases.Intersect(_released)), Names(_databases.Except(_released)))
        : Cancelled.BeforeRelease;

    /// <summary>Ships a commit and waits for the answers.</summary>
    /// <param name="commit">What to ship; at least one script.</param>
    /// <param name="id">The release's id: a new one, or that of an earlier run that has no answer yet.</param>
    /// <param name="cancellationToken">Stops the waiting; what was released goes on.</param>
    public async Task<RunOutcome> Run(ShippedCommit commit, ReleaseId id, CancellationToken cancellationToken)
    {
        var releases = await Releases(commit, id, cancellationToken);
        _databases = [.. releases.Select(release => release.Database)];
        var waves = new Waves(
            request.RootDatabase is { Length: > 0 } root ? root : commit.Settings.RootOf(_databases),
            database => Ship(id, releases.Single(release => release.Database == database), cancellationToken));
        try
        {
            return await waves.Run(_databases);
        }
        finally
        {
            await log.Progress.Close();
        }
    }

    private async Task<IReadOnlyList<Release>> Releases(
        ShippedCommit commit, ReleaseId id, CancellationToken cancellationToken)
    {
        var mirror = new ScriptMirror(bucket, request.Layout, commit.Settings);
        var scripts = await mirror.Bring(commit.Files, cancellationToken);
        await log.Uploaded(mirror.Uploaded, scripts.Count);
        return commit.Releases(request, id, time.GetUtcNow(), scripts);
    }

    private static string Names(IEnumerable<string> databases) => string.Join(", ", databases.Select(database => $"'{database}'"));

    /// <summary>
    /// What goes wrong for one database is that database's outcome: it neither stops nor hides the others.
    /// </summary>
    private async Task<DatabaseOutcome> Ship(ReleaseId id, Release release, CancellationToken cancellationToken)
    {
        var ifBroken = OutcomeKind.NotStarted;
        try
        {
            var written = await _publisher.Publish(id, release, cancellationToken);
            Release = id;
            _released.Add(release.Database);
            ifBroken = OutcomeKind.NoResult;
            await log.Released(written);
            return await _follower.Follow(written, cancellationToken);
        }
        catch (DrawbridgeException exception)
        {
            return new DatabaseOutcome(release.Database, ifBroken, Report: null) { Problem = exception.Problem };
        }
    }
}
