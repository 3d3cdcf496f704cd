using Drawbridge.GitHubAction.Deploy;

namespace Drawbridge.GitHubAction.Problems;

/// <summary>The commit is not what succeeded last in the environment before.</summary>
internal sealed record NotPromoted(string Message) : Problem(
    Message,
    "This deploy goes on all the same. To promote a commit, deploy it to the environment before first, and let this "
    + "job wait for that one ('needs:').")
{
    /// <summary>Says why.</summary>
    /// <param name="commit">The full hash of what is shipped.</param>
    /// <param name="previous">Where the environment before is.</param>
    /// <param name="reason">What that one holds, going on from it.</param>
    public static NotPromoted For(string commit, BucketPlace previous, string reason) =>
        new($"Commit '{commit}' is not what succeeded last in the environment before ({previous}): {reason}.");
}
