using Drawbridge.Bucket;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>The releases that are in the bucket already.</summary>
internal sealed class ReleaseShelf
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(10);

    private readonly MigrationBucket _bucket;
    private readonly BucketLayout _layout;
    private readonly List<IGrouping<ReleaseId, ManifestKey>> _newestFirst;

    private ReleaseShelf(MigrationBucket bucket, BucketLayout layout, IEnumerable<ManifestKey> releases)
    {
        (_bucket, _layout) = (bucket, layout);
        _newestFirst = [.. releases.GroupBy(key => key.Id).OrderByDescending(group => group.Key.Text, StringComparer.Ordinal)];
    }

    /// <summary>Lists them.</summary>
    public static async Task<ReleaseShelf> Look(
        MigrationBucket bucket, BucketLayout layout, CancellationToken cancellationToken)
    {
        var releases = new List<ManifestKey>();
        await foreach (var found in bucket.List(layout.FolderOf(ManifestKind.Release), cancellationToken))
        {
            if (layout.TryParse(found.Key, out var key))
            {
                releases.Add(key);
            }
        }

        return new ReleaseShelf(bucket, layout, releases);
    }

    /// <summary>
    /// The id of a new release. Ids order by seconds: what follows a release within one, or on a machine whose clock is
    /// behind, is dated behind it all the same. The function takes no release that is far ahead.
    /// </summary>
    public ReleaseId Fresh(DateTimeOffset now, string commit, int attempt)
    {
        var newest = _newestFirst.Select(group => group.Key.Time).DefaultIfEmpty().Max();
        var isTaken = newest > now - Second && newest < now + MostSkew;
        return ReleaseId.Create(isTaken ? newest + Second : now, commit, attempt);
    }

    /// <summary>The newest release of any commit; null for none.</summary>
    public Task<EarlierRelease?> Newest(CancellationToken cancellationToken) =>
        First(_newestFirst, _ => true, cancellationToken);

    /// <summary>The newest release of one commit that asks for the same; null for none.</summary>
    public Task<EarlierRelease?> NewestOf(string commit, DeployRequest request, CancellationToken cancellationToken)
    {
        var namesakes = _newestFirst.Where(group => commit.StartsWith(group.Key.Origin, StringComparison.Ordinal));
        return First(namesakes, release => release.Commit == commit && release.Answers(request), cancellationToken);
    }

    /// <summary>Whether every database of a release has its final result.</summary>
    public async Task<bool> IsFinished(EarlierRelease release, CancellationToken cancellationToken)
    {
        foreach (var database in release.Databases)
        {
            if ((await StatusOf(release, database, cancellationToken))?.IsFinal() != true)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the result of a release says for a database; null without one that can be read.</summary>
    public async Task<ResultStatus?> StatusOf(
        EarlierRelease release, string database, CancellationToken cancellationToken)
    {
        var key = _layout.Of(ManifestKind.Result, release.Id, database);
        var found = await _bucket.Read(key, versionId: null, cancellationToken);
        return found is null ? null : ResultJson.TryRead(found.Bytes.Span)?.Status;
    }

    private async Task<EarlierRelease?> First(
        IEnumerable<IGrouping<ReleaseId, ManifestKey>> groups, Func<EarlierRelease, bool> isWanted, CancellationToken cancellationToken)
    {
        foreach (var group in groups)
        {
            if (await Read(group.First(), cancellationToken) is { } found)
            {
                var release = new EarlierRelease(group.Key, found.Source.Commit, [.. group.Select(key => key.Database)])
                {
                    Mode = found.Mode,
                    Target = found.Target,
                };
                if (isWanted(release))
                {
                    return release;
                }
            }
        }

        return null;
    }

    /// <summary>Null when the object was removed meanwhile, or is no release: such a one ships nothing.</summary>
    private async Task<Release?> Read(ManifestKey key, CancellationToken cancellationToken)
    {
        var found = await _bucket.Read(_layout.Of(key.Kind, key.Id, key.Database), versionId: null, cancellationToken);
        return found is not null && ReleaseReader.TryRead(key, found.Bytes.Span, out var release, out _)
            ? release
            : null;
    }
}
