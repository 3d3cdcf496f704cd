namespace Drawbridge.Problems;

/// <summary>A release is not JSON, lacks a field or has one that can't be.</summary>
public sealed record ReleaseUnreadable(string Reason) : Problem(
    $"The release can't be read: {Reason}.",
    "Nothing was run. Releases are written by 'drawbridge deploy': deploy again, and look for what else writes under "
    + "'releases/'.");
