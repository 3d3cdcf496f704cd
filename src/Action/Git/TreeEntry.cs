namespace Drawbridge.GitHubAction.Git;

/// <summary>One thing in a commit's tree.</summary>
/// <param name="Kind">From its mode.</param>
/// <param name="ObjectId">What it holds: equal ids are equal bytes.</param>
/// <param name="Path">From the repository's root, with forward slashes.</param>
internal sealed record TreeEntry(TreeEntryKind Kind, string ObjectId, string Path);
