using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>
/// Follows a release's result until it is final or time is over; a short loss of S3 is no reason to stop.
/// </summary>
/// <param name="bucket">Where results appear.</param>
/// <param name="layout">At which keys.</param>
/// <param name="log">Where progress goes.</param>
/// <param name="deadline">When to stop waiting.</param>
internal sealed class ReleaseFollower(MigrationBucket bucket, BucketLayout layout, ProgressLog log, Deadline deadline)
{
    /// <summary>Waits for the end, or for the end of patience.</summary>
    public async Task<DatabaseOutcome> Follow(FollowedRelease release, CancellationToken cancellationToken)
    {
        var pace = new PollPace();
        var sighting = Sighting.Nothing;
        do
        {
            if (await Look(release, sighting.ETag, cancellationToken) is { } news)
            {
                sighting = news;
                await log.Tell(release.Database, news.Report!);
                if (news.IsFinal)
                {
                    return DatabaseOutcome.Of(release.Database, news.Report!, news.StartedAt, news.Duration);
                }

                pace.Quicken();
            }
            else
            {
                await log.Remind(release.Database);
            }
        }
        while (await deadline.Pause(pace.Next(), cancellationToken));

        return new DatabaseOutcome(release.Database, OutcomeKind.NoResult, sighting.Report)
        {
            Problem = NoResult.Of(release, deadline.Length, sighting),
        };
    }

    /// <summary>Null when there is nothing new, or nothing to be seen for the moment.</summary>
    private async Task<Sighting?> Look(FollowedRelease release, string? knownETag, CancellationToken cancellationToken)
    {
        try
        {
            var key = layout.Of(ManifestKind.Result, release.Id, release.Database);
            var found = await bucket.ReadWhenChanged(key, knownETag, cancellationToken);
            return found is null ? null : Sighting.Of(found, Parsed(release, found));
        }
        catch (DrawbridgeException exception) when (exception.Problem.MayPass)
        {
            await log.Say(release.Database, $"{exception.Problem.Message} Looking again.");
            return null;
        }
    }

    private static Result Parsed(FollowedRelease release, BucketObject found)
    {
        var result = ResultJson.TryRead(found.Bytes.Span);
        return result is not null && result.Id == release.Id.Text && result.Database == release.Database
            ? result
            : throw new DrawbridgeException(new ResultUnreadable(release.Id.Text, release.Database));
    }
}
