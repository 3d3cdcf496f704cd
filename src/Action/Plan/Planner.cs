using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Doctor;
using Drawbridge.GitHubAction.Feedback;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Plan;

/// <summary>Asks about the commit that is checked out: reads and checks it, asks for a plan, and says what it found.</summary>
internal sealed class Planner(Surroundings surroundings, DeployRequest request)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Whether the pull request is told.</summary>
    public bool Comments { get; init; }

    /// <summary>Does all of it.</summary>
    /// <exception cref="DrawbridgeException">Nothing was asked, and why.</exception>
    public async Task<ExitCode> Run(CancellationToken cancellationToken)
    {
        var repository = await GitRepository.Open(surroundings.Directory, cancellationToken);
        var (commit, ending) = await new HeadReader(surroundings, request).Read(repository, cancellationToken);
        return commit is null ? ending : await Ask(commit, cancellationToken);
    }

    private async Task<ExitCode> Ask(ShippedCommit commit, CancellationToken cancellationToken)
    {
        using var s3 = await S3Connection.Open(cancellationToken);
        using var log = new DeploymentLog(surroundings);
        var started = surroundings.Time.GetTimestamp();
        var id = ReleaseId.CreateForPlan(surroundings.Time.GetUtcNow(), commit.Source.Commit, _environment.RunAttempt);
        var question = new Question(request, new MigrationBucket(s3, request.Bucket), log, surroundings.Time);
        var outcome = await question.Ask(commit, id, cancellationToken);
        await new OutcomeReport(surroundings).Write(commit.Headline(request, id, surroundings.Time.GetElapsedTime(started)), outcome);
        if (Comments)
        {
            await new PullRequestFeedback(surroundings).Write(new PlanMessage(request, outcome), cancellationToken);
        }

        await new Consultation(surroundings, request.Function).After(outcome, cancellationToken);
        return outcome.ExitCode;
    }
}
