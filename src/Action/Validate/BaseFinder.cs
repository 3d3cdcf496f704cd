using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>Finds the commit to compare with, and fetches it when the checkout is too shallow to hold it.</summary>
internal sealed class BaseFinder(GitRepository repository, GitHubEvent trigger)
{
    private const int Merge = 2;

    /// <summary>The base of a commit; null when nothing names one.</summary>
    /// <param name="head">The commit under test, a full id.</param>
    /// <param name="asked">What the user asked for; empty for nothing.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="DrawbridgeException">There is a base, but it is not to be had.</exception>
    public async Task<ComparisonBase?> Find(string head, string asked, CancellationToken cancellationToken)
    {
        if (asked.Length > 0)
        {
            return new ComparisonBase(await Resolve(asked, cancellationToken), $"--base {asked}", IsBehind: false);
        }

        var named = trigger switch
        {
            { Name: "pull_request" } => await BaseOfPullRequest(head, cancellationToken),
            { Name: "merge_group", MergeGroupBase: { } commit } =>
                new ComparisonBase(commit, "the merge group's base", IsBehind: true),
            { Name: "push", Before: { } commit } =>
                new ComparisonBase(commit, "the branch before this push", IsBehind: true),
            _ => null,
        };
        return named is null ? null : named with { Commit = await Resolve(named.Commit, cancellationToken) };
    }

    /// <summary>
    /// A pull request is checked out as its merge with the base branch, whose first parent is that branch's very tip;
    /// the payload's base may be older. A workflow can also check out the pull request's own branch.
    /// </summary>
    private async Task<ComparisonBase?> BaseOfPullRequest(string head, CancellationToken cancellationToken)
    {
        var parents = await repository.Parents(head, cancellationToken);
        if (parents.Count == Merge && head != trigger.PullRequestHead)
        {
            return new ComparisonBase(parents[0], "the base branch", IsBehind: true);
        }

        return trigger.PullRequestBase is { } commit
            ? new ComparisonBase(commit, "the base branch", IsBehind: false)
            : null;
    }

    private async Task<string> Resolve(string revision, CancellationToken cancellationToken)
    {
        var commit = await repository.TryResolve(revision, cancellationToken);
        if (commit is null && await repository.TryFetch(revision, cancellationToken))
        {
            commit = await repository.TryResolve(revision, cancellationToken);
        }

        return commit ?? throw new DrawbridgeException(new BaseMissing(revision));
    }
}
