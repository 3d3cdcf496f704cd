using Drawbridge.GitHubAction.Deploy;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Promotion;

/// <summary>A release in the environment before, and how it ended there.</summary>
/// <param name="Release">Which.</param>
/// <param name="Statuses">Of each database that it was written for; null for one that has not answered.</param>
internal sealed record PreviousRelease(EarlierRelease Release, IReadOnlyDictionary<string, ResultStatus?> Statuses)
{
    /// <summary>Looks at one.</summary>
    public static async Task<PreviousRelease> Of(
        ReleaseShelf shelf, EarlierRelease release, CancellationToken cancellationToken)
    {
        var statuses = new SortedDictionary<string, ResultStatus?>(StringComparer.Ordinal);
        foreach (var database in release.Databases)
        {
            statuses[database] = await shelf.StatusOf(release, database, cancellationToken);
        }

        return new PreviousRelease(release, statuses);
    }

    /// <summary>Why a commit is not known to be fine there although this is its release; null when it is.</summary>
    /// <param name="databases">Those of the commit.</param>
    public string? Objection(IEnumerable<string> databases)
    {
        if (Release.Mode == ReleaseMode.Undo)
        {
            return $"its newest release '{Release.Id}' is an undo to version '{Release.Target}'";
        }

        var open = databases.Where(database => Statuses.GetValueOrDefault(database) != ResultStatus.Succeeded).ToList();
        return open.Count == 0 ? null : $"in release '{Release.Id}' {string.Join(", ", open.Select(Standing))}";
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"commit {ShortCommit.Of(Release.Commit)}, "
        + $"{(Release.Mode == ReleaseMode.Undo ? "undo" : "release")} {Release.Id}: "
        + string.Join(", ", Statuses.Keys.Select(Standing));

    private string Standing(string database) => Statuses.TryGetValue(database, out var status)
        ? $"{database} {(status is { } known ? KebabCase.Of(known) : "without an answer")}"
        : $"{database} not started";
}
