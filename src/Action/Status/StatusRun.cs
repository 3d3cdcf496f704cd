using Drawbridge.Bucket;
using Drawbridge.GitHubAction.Deploy;
using Drawbridge.GitHubAction.Doctor;
using Drawbridge.GitHubAction.Follow;
using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Plan;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Status;

/// <summary>Looks how the databases of a bucket stand, and says it.</summary>
internal sealed class StatusRun(Surroundings surroundings, DeployRequest request)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>Does all of it.</summary>
    /// <param name="asks">Whether to ask the databases themselves, by a plan.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DrawbridgeException">The bucket can't be read, or nothing can be asked.</exception>
    public async Task<ExitCode> Run(bool asks, CancellationToken cancellationToken)
    {
        var (commit, ending) = asks ? await Head(cancellationToken) : (null, ExitCode.Fine);
        if (asks && commit is null)
        {
            return ending;
        }

        using var s3 = await S3Connection.Open(cancellationToken);
        var bucket = new MigrationBucket(s3, request.Bucket);
        var plan = commit is null ? new RunOutcome([]) : await Ask(bucket, commit, cancellationToken);
        var reader = new StatusReader(bucket, request.Layout);
        var databases = Merge(await reader.Read(cancellationToken), plan);
        if (reader.Unseen is { } problem)
        {
            await new QuotedLog(surroundings.Output, _environment).Write(
                $"Releases without an answer can't be seen. {problem.Message}");
        }

        var released = databases.Select(database => database.Outcome).OfType<DatabaseOutcome>();
        var all = new RunOutcome([.. released, .. plan.Databases]);
        var isEmpty = all.Databases.Count == 0;
        var worst = isEmpty ? OutcomeKind.NotStarted : all.Kind;
        await new StatusView(surroundings, $"{request.Where}").Show(databases, worst);
        await new Consultation(surroundings, request.Function).After(plan, cancellationToken);
        return isEmpty ? ExitCode.Fine : all.ExitCode;
    }

    private async Task<(ShippedCommit? Commit, ExitCode Ending)> Head(CancellationToken cancellationToken)
    {
        var repository = await GitRepository.Open(surroundings.Directory, cancellationToken);
        return await new HeadReader(surroundings, request).Read(repository, cancellationToken);
    }

    private async Task<RunOutcome> Ask(
        MigrationBucket bucket, ShippedCommit commit, CancellationToken cancellationToken)
    {
        using var log = new DeploymentLog(surroundings);
        var id = ReleaseId.CreateForPlan(surroundings.Time.GetUtcNow(), commit.Source.Commit, _environment.RunAttempt);
        return await new Question(request, bucket, log, surroundings.Time).Ask(commit, id, cancellationToken);
    }

    /// <summary>A database that the plan names need not have been released to.</summary>
    private static IReadOnlyList<DatabaseStatus> Merge(IReadOnlyList<DatabaseStatus> found, RunOutcome plan)
    {
        var planned = plan.Databases.ToDictionary(outcome => outcome.Database, StringComparer.Ordinal);
        var fresh = planned.Keys.Except(found.Select(status => status.Database))
            .Select(database => new DatabaseStatus(database, Release: null, Outcome: null));
        return
        [
            .. from status in found.Concat(fresh).OrderBy(status => status.Database, StringComparer.Ordinal)
               select planned.TryGetValue(status.Database, out var outcome) ? status.With(outcome) : status,
        ];
    }
}
