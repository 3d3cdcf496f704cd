namespace Drawbridge.GitHubAction.Problems;

/// <summary>A folder of several databases was to be applied to one.</summary>
internal sealed record FolderOfSeveral(string Folder, string Database) : Problem(
    $"The folder '{Folder}' has scripts only in folders below it, so it looks like several databases' and not like "
    + $"that of '{Database}'.",
    "Name the database's own folder, or write 'DB_NAME' in the URL in place of the database's name to apply them all.");
