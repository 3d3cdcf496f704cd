using Drawbridge.GitHubAction.Git;
using Drawbridge.GitHubAction.Problems;

namespace Drawbridge.GitHubAction.Validate;

/// <summary>The migrations folder as it will be and as it is merged.</summary>
/// <param name="Head">As it will be.</param>
/// <param name="Base">As it is merged; null when there is nothing to compare with.</param>
internal sealed record MigrationTrees(IReadOnlyList<TreeEntry> Head, IReadOnlyList<TreeEntry>? Base)
{
    /// <summary>Lists both.</summary>
    /// <exception cref="DrawbridgeException">Where head and base part is not in the checkout.</exception>
    public static async Task<MigrationTrees> Read(
        GitRepository repository,
        (string Head, ComparisonBase? Base) commits,
        string folder,
        CancellationToken cancellationToken)
    {
        var head = await repository.List(commits.Head, folder, cancellationToken);
        if (commits.Base is not { } comparison)
        {
            return new MigrationTrees(head, null);
        }

        var merged = await repository.List(comparison.Commit, folder, cancellationToken);
        if (comparison.IsBehind)
        {
            return new MigrationTrees(head, merged);
        }

        var fork = await repository.TryFindMergeBase(commits.Head, comparison.Commit, cancellationToken)
            ?? throw new DrawbridgeException(new BaseUnrelated(comparison.Origin));
        return fork == comparison.Commit
            ? new MigrationTrees(head, merged)
            : new MigrationTrees(Merge(head, merged, await repository.List(fork, folder, cancellationToken)), merged);
    }

    /// <summary>
    /// What a merge would make of both, file by file: where the head did not touch a file since the fork, the base's
    /// stands. Otherwise a branch that lags behind would seem to delete whatever it lacks.
    /// </summary>
    private static List<TreeEntry> Merge(
        IReadOnlyList<TreeEntry> head, IReadOnlyList<TreeEntry> merged, IReadOnlyList<TreeEntry> fork)
    {
        var (inHead, inFork) = (ByPath(head), ByPath(fork));
        var touched = head.Where(entry => inFork.GetValueOrDefault(entry.Path) != entry);
        var untouched = merged.Where(
            entry => inHead.GetValueOrDefault(entry.Path) == inFork.GetValueOrDefault(entry.Path));
        return [.. touched.Concat(untouched).OrderBy(entry => entry.Path, StringComparer.Ordinal)];
    }

    private static Dictionary<string, TreeEntry> ByPath(IReadOnlyList<TreeEntry> entries) =>
        entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
}
