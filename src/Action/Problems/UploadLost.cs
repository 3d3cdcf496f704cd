namespace Drawbridge.GitHubAction.Problems;

/// <summary>Another run wrote the same key at the same time, and something else.</summary>
internal sealed record UploadLost(string Key) : Problem(
    $"Another run wrote '{Key}' while this one was about to, and with other content.",
    "Nothing was replaced. Let one deploy run at a time ('concurrency' in the workflow, with 'cancel-in-progress: "
    + "false'), then run this job again.");
