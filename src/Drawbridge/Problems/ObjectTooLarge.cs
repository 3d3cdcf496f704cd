namespace Drawbridge.Problems;

/// <summary>An object is larger than anything Drawbridge writes.</summary>
public sealed record ObjectTooLarge(string Key, long Size, long Limit) : Problem(
    $"The object '{Key}' has {Size:N0} bytes; nothing that Drawbridge writes has more than {Limit:N0}.",
    "Look for what else writes to the bucket, remove the object and deploy again.");
