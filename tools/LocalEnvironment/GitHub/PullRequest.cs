namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>A pull request as GitHub describes it to a workflow.</summary>
/// <param name="Number">Its number.</param>
/// <param name="BaseBranch">The branch it wants to change.</param>
/// <param name="BaseCommit">Where that branch is.</param>
/// <param name="HeadBranch">The branch with the change.</param>
/// <param name="HeadCommit">Where that branch is.</param>
/// <param name="MergeCommit">The trial merge of both, which is what gets checked out.</param>
public sealed record PullRequest(
    int Number, string BaseBranch, string BaseCommit, string HeadBranch, string HeadCommit, string MergeCommit);
