using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.Problems;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>Decides which release a commit gets: an unanswered one of an earlier run, or a new one.</summary>
internal sealed class ReleaseChoice(ReleaseShelf shelf, GitRepository repository, DeploymentLog log)
{
    /// <summary>The release's id.</summary>
    /// <param name="commit">The full hash of what is to be shipped.</param>
    /// <param name="request">What it is to be shipped for.</param>
    /// <param name="fresh">The id of a new release.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <exception cref="DrawbridgeException">A newer commit was released already.</exception>
    public async Task<ReleaseId> For(string commit, DeployRequest request, ReleaseId fresh, CancellationToken cancellationToken)
    {
        if (await shelf.Newest(cancellationToken) is { } newest && newest.Commit != commit)
        {
            await RefuseWhenOlder(commit, newest, cancellationToken);
        }

        var earlier = await shelf.NewestOf(commit, request, cancellationToken);
        if (earlier is null || await shelf.IsFinished(earlier, cancellationToken))
        {
            return fresh;
        }

        await log.Resumes(earlier);
        return earlier.Id;
    }

    /// <summary>A commit that this checkout does not hold is nobody's descendant here.</summary>
    private async Task RefuseWhenOlder(string commit, EarlierRelease newest, CancellationToken cancellationToken)
    {
        var isHeld = await repository.TryResolve(newest.Commit, cancellationToken) is not null;
        var isOlder = isHeld ? await repository.IsAncestor(commit, newest.Commit, cancellationToken) : null;
        if (isOlder is true)
        {
            throw new DrawbridgeException(new StaleCommit(commit, newest.Commit, newest.Id.Text));
        }

        if (isOlder is null)
        {
            await log.CannotCompare(newest);
        }
    }
}
