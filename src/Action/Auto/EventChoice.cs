using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Problems;

namespace Drawbridge.GitHubAction.Auto;

/// <summary>Which command an event asks for.</summary>
internal static class EventChoice
{
    private const string Branches = "refs/heads/";

    /// <summary>Its name.</summary>
    /// <param name="trigger">The event.</param>
    /// <param name="gitRef">Such as <c>refs/heads/main</c>.</param>
    /// <exception cref="DrawbridgeException">No command is sure to be meant.</exception>
    public static string CommandFor(GitHubEvent trigger, string? gitRef) => trigger.Name switch
    {
        "pull_request" or "merge_group" => "validate",
        "push" when trigger.DefaultBranch is { } branch && gitRef == Branches + branch => "deploy",
        "pull_request_target" => throw new DrawbridgeException(new EventUnsafe()),
        "push" => throw new DrawbridgeException(EventUnsuited.Push(gitRef ?? "", trigger.DefaultBranch ?? "")),
        null => throw new DrawbridgeException(EventUnsuited.None),
        _ => throw new DrawbridgeException(EventUnsuited.Other(trigger.Name)),
    };
}
