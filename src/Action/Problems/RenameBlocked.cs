namespace Drawbridge.GitHubAction.Problems;

/// <summary>Something that is not committed is in the way of a new name.</summary>
internal sealed record RenameBlocked(string From, string To, string Obstacle) : Problem(
    $"'{From}' can't be renamed to '{To}': {Obstacle}.",
    "Nothing was renamed. Commit, stash or remove what 'git status' shows, then run it again.");
