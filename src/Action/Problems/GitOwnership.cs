namespace Drawbridge.GitHubAction.Problems;

/// <summary>The repository belongs to another user, so git does not trust it.</summary>
internal sealed record GitOwnership(string Directory) : Problem(
    $"git does not trust the repository at '{Directory}', because it belongs to another user.",
    "Run 'git config --global --add safe.directory <path of the repository>' before, or run as its owner. In a "
    + "container job, check out in the same container.");
