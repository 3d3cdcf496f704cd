using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.GitHubAction.Status;

/// <summary>Reads how the databases of a bucket stand from the results that the function left.</summary>
internal sealed class StatusReader(MigrationBucket bucket, BucketLayout layout)
{
    /// <summary>How many answers back a version is looked for, when the newest tell none.</summary>
    private const int LooksBack = 10;

    /// <summary>Why releases without an answer can't be seen; null when they can.</summary>
    public Problem? Unseen { get; private set; }

    /// <summary>Every database that was ever released to, by name.</summary>
    public async Task<IReadOnlyList<DatabaseStatus>> Read(CancellationToken cancellationToken)
    {
        var answered = await List(ManifestKind.Result, cancellationToken);
        var asked = await TryListReleases(cancellationToken);
        var databases = answered.Concat(asked).GroupBy(key => key.Database, key => key.Id)
            .OrderBy(database => database.Key, StringComparer.Ordinal);
        return await Task.WhenAll(
            databases.Select(database => Read(database.Key, [.. database.Distinct()], cancellationToken)));
    }

    private async Task<DatabaseStatus> Read(string database, List<ReleaseId> ids, CancellationToken cancellationToken)
    {
        ids.Sort((one, other) => one == other ? 0 : one.IsOlderThan(other) ? 1 : -1);
        var outcomes = new List<DatabaseOutcome>();
        foreach (var id in ids.Take(LooksBack))
        {
            outcomes.Add(await Outcome(database, id, cancellationToken));
            if (outcomes[^1].HasHistory)
            {
                break;
            }
        }

        var known = outcomes[^1].HasHistory ? outcomes[^1].Report : null;
        return new DatabaseStatus(database, ids[0], outcomes[0]) { Known = known };
    }

    private async Task<DatabaseOutcome> Outcome(string database, ReleaseId id, CancellationToken cancellationToken)
    {
        var found = await bucket.Read(layout.Of(ManifestKind.Result, id, database), versionId: null, cancellationToken);
        if (found is null || ResultJson.TryRead(found.Bytes.Span) is not { } result)
        {
            return new DatabaseOutcome(database, OutcomeKind.NoResult, Report: null);
        }

        var sighting = Sighting.Of(found, result);
        var outcome = DatabaseOutcome.Of(database, sighting.Report!, sighting.StartedAt, sighting.Duration);
        return sighting.IsFinal ? outcome : outcome with { Kind = OutcomeKind.NoResult };
    }

    /// <summary>A role that may only plan sees results alone, which is nearly everything.</summary>
    private async Task<IReadOnlyList<ManifestKey>> TryListReleases(CancellationToken cancellationToken)
    {
        try
        {
            return await List(ManifestKind.Release, cancellationToken);
        }
        catch (DrawbridgeException exception) when (exception.Problem is BucketDenied)
        {
            Unseen = exception.Problem;
            return [];
        }
    }

    /// <summary>Without the answers to plans, which lie among those to releases.</summary>
    private async Task<IReadOnlyList<ManifestKey>> List(ManifestKind kind, CancellationToken cancellationToken)
    {
        var keys = new List<ManifestKey>();
        await foreach (var found in bucket.List(layout.FolderOf(kind), cancellationToken))
        {
            if (layout.TryParse(found.Key, out var key) && !key.Id.IsPlan)
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
