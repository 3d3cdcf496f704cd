using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>Writes releases, and asks again for those that nobody answers.</summary>
internal sealed class ReleasePublisher(MigrationBucket bucket, BucketLayout layout, TimeProvider time)
{
    /// <summary>
    /// A notification takes seconds, a minute at worst, and the platform tries again after one and two minutes.
    /// </summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <summary>Writes it unless an earlier run of this commit did; then that one counts.</summary>
    /// <exception cref="DrawbridgeException">The key holds something else.</exception>
    public async Task<FollowedRelease> Publish(ReleaseId id, Release release, CancellationToken cancellationToken)
    {
        var key = layout.Of(ManifestKind.Release, id, release.Database);
        if (await bucket.TryWrite(key, ReleaseJson.Write(release), WriteCondition.IfAbsent, cancellationToken) is not null)
        {
            return new FollowedRelease(id, release.Database, time.GetUtcNow());
        }

        var found = await bucket.Read(key, versionId: null, cancellationToken);
        var manifest = new ManifestKey(ManifestKind.Release, id, release.Database);
        if (found is null || !ReleaseReader.TryRead(manifest, found.Bytes.Span, out var earlier, out _) || !IsSame(earlier, release))
        {
            throw new DrawbridgeException(new UploadLost(key));
        }

        await AskAgain(manifest, found, cancellationToken);
        return new FollowedRelease(id, release.Database, found.LastModified);
    }

    private static bool IsSame(Release earlier, Release release) =>
        (earlier.Source.Commit, earlier.Mode, earlier.Target) == (release.Source.Commit, release.Mode, release.Target);

    /// <summary>
    /// Writes the very bytes of the release again when nothing was heard for long: that sends the notification again,
    /// and a release that is at work or finished runs nothing twice.
    /// </summary>
    private async Task AskAgain(ManifestKey release, BucketObject written, CancellationToken cancellationToken)
    {
        var result = await bucket.Read(
            layout.Of(ManifestKind.Result, release.Id, release.Database), versionId: null, cancellationToken);
        var isFinal = result is not null && ResultJson.TryRead(result.Bytes.Span)?.Status.IsFinal() != false;
        var lastSign = result?.LastModified ?? written.LastModified;
        if (!isFinal && time.GetUtcNow() - lastSign > Silence)
        {
            var key = layout.Of(ManifestKind.Release, release.Id, release.Database);
            _ = await bucket.TryWrite(key, written.Bytes, WriteCondition.IfUnchanged(written.ETag), cancellationToken);
        }
    }
}
