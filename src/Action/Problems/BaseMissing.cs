using Drawbridge.GitHubAction.Renumber;

namespace Drawbridge.GitHubAction.Problems;

/// <summary>The commit to compare with is neither in the checkout nor to be fetched.</summary>
internal sealed record BaseMissing(string Revision) : Problem(
    $"The commit to compare with, '{Revision}', is not in this checkout and can't be fetched.",
    Revision == Renumberer.UsualBase
        ? "Let git ask 'origin' for its default branch, 'git remote set-head origin --auto', or name another base, such as "
            + "'--base origin/develop'."
        : "Give 'actions/checkout' the input 'fetch-depth: 2', or for another base 'fetch-depth: 0'; by hand, 'git fetch' "
            + "it.");
