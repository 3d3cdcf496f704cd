using Drawbridge.Engine;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>What was seen of a release that gave no final answer.</summary>
/// <param name="Release">Which one.</param>
/// <param name="Waited">How long.</param>
/// <param name="Report">Its last report; null when there was none.</param>
/// <param name="ReportedAt">When that was written.</param>
internal sealed record NoResultSighting(FollowedRelease Release, TimeSpan Waited, RunReport? Report, DateTimeOffset? ReportedAt);
