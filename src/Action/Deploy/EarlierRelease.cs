using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>A release that is in the bucket already.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Commit">The full hash that it ships.</param>
/// <param name="Databases">Those it was written for so far.</param>
internal sealed record EarlierRelease(ReleaseId Id, string Commit, IReadOnlyList<string> Databases);
