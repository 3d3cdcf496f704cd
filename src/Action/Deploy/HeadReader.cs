using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>Reads the commit that is checked out, and checks it before anything is asked of the bucket.</summary>
internal sealed class HeadReader(Surroundings surroundings, DeployRequest request)
{
    private readonly GitHubEnvironment _environment = new(surroundings);

    /// <summary>The commit; null when it must not be shipped or there is nothing to ship, which is told then.</summary>
    /// <exception cref="DrawbridgeException">It can't be read, or lacks the database that the request is about.</exception>
    public async Task<(ShippedCommit? Commit, ExitCode Ending)> Read(GitRepository repository, CancellationToken cancellationToken)
    {
        var commit = await repository.TryResolve("HEAD", cancellationToken)
            ?? throw new DrawbridgeException(new HeadMissing(surroundings.Directory));
        var reader = new CommitReader(repository, request.Migrations);
        var validation = await reader.Check(commit, surroundings.Time.GetUtcNow(), cancellationToken);
        if (validation.Errors > 0 || validation.Scripts == 0)
        {
            await new ValidationReport(surroundings).Write(validation);
            return (null, validation.Errors > 0 ? ExitCode.Failed : ExitCode.Fine);
        }

        var files = await reader.Read(commit, validation, cancellationToken);
        var shipped = new ShippedCommit(SourceOf(repository, commit), validation.Changes.Settings, files);
        return (request.Database is { } only ? shipped.Only(only) : shipped, ExitCode.Fine);
    }

    private ReleaseSource SourceOf(GitRepository repository, string commit) => new(
        _environment.Repository ?? Path.GetFileName(repository.Root),
        commit,
        _environment.Ref ?? "HEAD",
        _environment.RunAddress,
        _environment.Actor);
}
