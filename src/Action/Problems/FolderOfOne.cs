namespace Drawbridge.GitHubAction.Problems;

/// <summary>A folder of one database was to be applied to all of them.</summary>
internal sealed record FolderOfOne(string Folder) : Problem(
    $"The folder '{Folder}' holds the scripts itself, so it looks like one database's, but nothing says which.",
    "Write the database's name in the URL in place of 'DB_NAME' or behind '--database', or name the folder of all "
    + "databases.");
