namespace Drawbridge.GitHubAction.Problems;

/// <summary>A folder on this machine is missing, or holds no script.</summary>
internal sealed record FolderMissing(string Folder) : Problem(
    $"The folder '{Folder}' is missing or holds no script.",
    "Name the folder that holds the scripts, or the databases' folders.");
