namespace Drawbridge.LambdaFunction.Events;

/// <summary>An object was written to a bucket.</summary>
/// <param name="Bucket">Which bucket.</param>
/// <param name="Key">As it is in the bucket, no longer encoded.</param>
/// <param name="VersionId">Null in a bucket without versions.</param>
internal sealed record ObjectCreated(string Bucket, string Key, string? VersionId) : EventItem;
