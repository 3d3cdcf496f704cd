namespace Drawbridge.Rules.Changes;

/// <summary>A file that another open pull request adds.</summary>
/// <param name="PullRequest">The pull request's number.</param>
/// <param name="File">The file, without its content.</param>
public sealed record SiblingFile(int PullRequest, MigrationFile File);
