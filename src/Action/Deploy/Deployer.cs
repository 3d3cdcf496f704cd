using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>Ships the commit that is checked out: reads and checks it, deploys it, and says how that went.</summary>
internal sealed class Deployer(Surroundings surroundings, DeployRequest request)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Does all of it.</summary>
    /// <exception cref="DrawbridgeException">Nothing was released, and why.</exception>
    public async Task<ExitCode> Run(CancellationToken cancellationToken)
    {
        var repository = await GitRepository.Open(surroundings.Directory, cancellationToken);
        var commit = await repository.TryResolve("HEAD", cancellationToken)
            ?? throw new DrawbridgeException(new HeadMissing(surroundings.Directory));
        var reader = new CommitReader(repository, request.Migrations);
        var validation = await reader.Check(commit, surroundings.Time.GetUtcNow(), cancellationToken);
        if (validation.Errors > 0 || validation.Scripts == 0)
        {
            await new ValidationReport(surroundings).Write(validation);
            return validation.Errors > 0 ? ExitCode.Failed : ExitCode.Fine;
        }

        var files = await reader.Read(commit, validation, cancellationToken);
        return await Deploy(repository, new ShippedCommit(SourceOf(repository, commit), validation.Changes.Settings, files), cancellationToken);
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
            var shelf = await ReleaseShelf.Look(bucket, request.Layout, cancellationToken);
            var fresh = ReleaseId.Create(surroundings.Time.GetUtcNow(), commit.Source.Commit, _environment.RunAttempt);
            var id = await new ReleaseChoice(shelf, repository, log).For(
                commit.Source.Commit, fresh, cancellationToken);
            var outcome = await deployment.Run(commit, id, cancellationToken);
            await new OutcomeReport(surroundings).Write(Headline(commit, id, started), outcome);
            return outcome.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await Farewell(deployment.Release);
        }
    }

    private RunHeadline Headline(ShippedCommit commit, ReleaseId id, long started) => new(
        $"{commit.Source.Repository} at {ShortCommit.Of(commit.Source.Commit)}",
        $"bucket {request.Bucket}{(request.Layout.Prefix.Length == 0 ? "" : $", prefix {request.Layout.Prefix}")}",
        id.Text,
        surroundings.Time.GetElapsedTime(started),
        ScriptPlaces.Below(request.Migrations, [.. commit.Files.Select(file => file.Script)]));

    private ReleaseSource SourceOf(GitRepository repository, string commit) => new(
        _environment.Repository ?? Path.GetFileName(repository.Root),
        commit,
        _environment.Ref ?? "HEAD",
        _environment.RunAddress,
        _environment.Actor);

    /// <summary>
    /// A cancelled job leaves nothing half done: either nothing is released, or the release goes on by itself.
    /// </summary>
    private async Task<ExitCode> Farewell(ReleaseId? release)
    {
        await surroundings.Output.WriteLineAsync(release is null
            ? "Cancelled before anything was released: no database will change. Run the job again to deploy."
            : $"Cancelled while waiting: release {release} goes on without this job. Run the job again on this commit "
                + "to follow it.");
        await new OutcomeOutputs(new StepOutputs(_environment)).SetCancelled(release?.Text ?? "");
        return release is null ? ExitCode.Failed : ExitCode.NoAnswer;
    }
}
