namespace Drawbridge.GitHubAction.Problems;

/// <summary>The migrations folder is not in the commit, so there would be nothing to check.</summary>
internal sealed record MigrationsMissing(string Folder, string Commit) : Problem(
    $"The commit '{Commit}' has no folder '{Folder}'.",
    "Name the folder that holds the databases' folders by '--migrations', from the repository's root. For a new "
    + "project, commit it with a '.gitkeep' in it.");
