namespace Drawbridge.GitHubAction.Problems;

/// <summary>A file or folder on this machine can't be read or written.</summary>
internal sealed record FileUnusable(string Reason) : Problem(
    $"A file on this machine can't be used: {Reason}.",
    "Correct its place or its rights and run again. A release that was written before, as the log above says, goes on without this run.");
