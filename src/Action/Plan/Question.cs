using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Plan;

/// <summary>One plan from the question to the last answer, for all databases side by side: none waits for another.</summary>
internal sealed class Question(DeployRequest request, MigrationBucket bucket, DeploymentLog log, TimeProvider time)
{
    private readonly ReleaseFollower _follower =
        new(bucket, request.Layout, log.Progress, new Deadline(time, request.Timeout));

    /// <summary>Writes the plan of each database and waits for the answers.</summary>
    public async Task<RunOutcome> Ask(ShippedCommit commit, ReleaseId id, CancellationToken cancellationToken)
    {
        var scripts = commit.Files.Select(file => ReleaseScript.Of(
            file.Script, s3VersionId: null, commit.Settings.AdoptOf(file.Script.Database)));
        var plans = commit.Releases(request, id, time.GetUtcNow(), scripts);
        try
        {
            return new RunOutcome(await Task.WhenAll(plans.Select(plan => Ask(plan, id, cancellationToken))));
        }
        finally
        {
            await log.Progress.Close();
        }
    }

    /// <summary>What goes wrong for one database does not hide the others.</summary>
    private async Task<DatabaseOutcome> Ask(Release plan, ReleaseId id, CancellationToken cancellationToken)
    {
        try
        {
            var key = request.Layout.Of(ManifestKind.Plan, id, plan.Database);
            // One that is there already was written by another job of the same commit in the same second: it asks the same.
            _ = await bucket.TryWrite(key, ReleaseJson.Write(plan), WriteCondition.IfAbsent, cancellationToken);
            var asked = new FollowedRelease(id, plan.Database, time.GetUtcNow());
            await log.Released(asked);
            return await _follower.Follow(asked, cancellationToken);
        }
        catch (DrawbridgeException exception)
        {
            return new DatabaseOutcome(plan.Database, OutcomeKind.NoResult, Report: null) { Problem = exception.Problem };
        }
    }
}
