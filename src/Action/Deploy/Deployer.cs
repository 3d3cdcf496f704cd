using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Doctor;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Promotion;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>
/// Ships the commit that is checked out: reads and checks it, has it applied or taken back, and says how that went.
/// </summary>
internal sealed class Deployer(Surroundings surroundings, DeployRequest request)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Does all of it.</summary>
    /// <exception cref="DrawbridgeException">Nothing was released, and why.</exception>
    public async Task<ExitCode> Run(CancellationToken cancellationToken)
    {
        var repository = await GitRepository.Open(surroundings.Directory, cancellationToken);
        var (commit, ending) = await new HeadReader(surroundings, request).Read(repository, cancellationToken);
        return commit is null ? ending : await Deploy(repository, commit, cancellationToken);
    }

    private async Task<ExitCode> Deploy(
        GitRepository repository, ShippedCommit commit, CancellationToken cancellationToken)
    {
        using var s3 = await S3Connection.Open(cancellationToken);
        using var log = new DeploymentLog(surroundings);
        var bucket = new MigrationBucket(s3, request.Bucket);
        var deployment = new Deployment(request, bucket, log, surroundings.Time);
        var started = surroundings.Time.GetTimestamp();
        try
        {
            if (request.Previous is { } previous)
            {
                await new PromotionCheck(surroundings, s3, previous).Tell(commit, request, cancellationToken);
            }

            var shelf = await ReleaseShelf.Look(bucket, request.Layout, cancellationToken);
            var fresh = shelf.Fresh(surroundings.Time.GetUtcNow(), commit.Source.Commit, _environment.RunAttempt);
            var id = await new ReleaseChoice(shelf, repository, log).For(
                commit.Source.Commit, request, fresh, cancellationToken);
            var outcome = await deployment.Run(commit, id, cancellationToken);
            await new OutcomeReport(surroundings).Write(commit.Headline(request, id, surroundings.Time.GetElapsedTime(started)), outcome);
            await new Consultation(surroundings, request.Function).After(outcome, cancellationToken);
            return outcome.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await Farewell(deployment);
        }
    }

    /// <summary>A cancelled job leaves nothing half done, and says how to follow on.</summary>
    private async Task<ExitCode> Farewell(Deployment deployment)
    {
        await ProblemReport.Write(deployment.Cancelled, surroundings);
        await new OutcomeOutputs(new StepOutputs(_environment)).SetRelease(deployment.Release?.Text ?? "");
        return deployment.Release is null ? ExitCode.Failed : ExitCode.NoAnswer;
    }
}
