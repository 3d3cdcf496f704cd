using Drawbridge.Bucket;
using Drawbridge.Engine;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Follows a release's result until it is final or time is over; a short loss of S3 is no reason to stop.</summary>
/// <param name="bucket">Where results appear.</param>
/// <param name="layout">At which keys.</param>
/// <param name="log">Where progress goes.</param>
/// <param name="deadline">When to stop waiting.</param>
internal sealed class ReleaseFollower(MigrationBucket bucket, BucketLayout layout, ProgressLog log, Deadline deadline)
{
    /// <summary>Waits for the end; the token leaves what was seen so far unsaid.</summary>
    public async Task<DatabaseOutcome> Follow(FollowedRelease release, CancellationToken cancellationToken)
    {
        var pace = new PollPace();
        BucketObject? seen = null;
        RunReport? report = null;
        while (true)
        {
            if (await TryRead(release, seen?.ETag, cancellationToken) is { } news)
            {
                seen = news;
                var result = Parsed(release, news);
                report = ReportOf(result);
                await log.Tell(release.Database, report);
                if (result.Status is not (ResultStatus.Running or ResultStatus.Unavailable))
                {
                    return DatabaseOutcome.Of(release.Database, report, TimeSpan.FromMilliseconds(result.DurationMs));
                }

                pace.Quicken();
            }

            if (!await deadline.Pause(pace.Next(), cancellationToken))
            {
                return Silent(release, report, seen);
            }
        }
    }

    private static RunReport ReportOf(Result result) => new(
        result.Status, result.Server, result.From, result.To, result.Scripts, result.Warnings, result.Error, result.WaitingFor);

    private static Result Parsed(FollowedRelease release, BucketObject found)
    {
        var result = ResultJson.TryRead(found.Bytes.Span);
        return result is not null && result.Id == release.Id.Text && result.Database == release.Database
            ? result
            : throw new DrawbridgeException(new ResultUnreadable(release.Id.Text, release.Database));
    }

    private async Task<BucketObject?> TryRead(FollowedRelease release, string? knownETag, CancellationToken cancellationToken)
    {
        try
        {
            var key = layout.Of(ManifestKind.Result, release.Id, release.Database);
            return await bucket.ReadWhenChanged(key, knownETag, cancellationToken);
        }
        catch (DrawbridgeException exception) when (exception.Problem.MayPass)
        {
            await log.Say(release.Database, $"{exception.Problem.Message} Looking again.");
            return null;
        }
    }

    private DatabaseOutcome Silent(FollowedRelease release, RunReport? report, BucketObject? seen) =>
        new(release.Database, OutcomeKind.NoResult, report)
        {
            Problem = NoResult.Of(new NoResultSighting(release, deadline.Length, report, seen?.LastModified)),
        };
}
