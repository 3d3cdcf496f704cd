using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>A release whose answer is awaited.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Database">Its database.</param>
/// <param name="WrittenAt">When it was put into the bucket.</param>
internal sealed record FollowedRelease(ReleaseId Id, string Database, DateTimeOffset WrittenAt);
