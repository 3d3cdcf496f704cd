using Drawbridge.Configuration;
using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>What is shipped.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Settings">What it says of its databases.</param>
/// <param name="Files">All scripts of all databases, in the order in which they run.</param>
internal sealed record ShippedCommit(ReleaseSource Source, ProjectSettings Settings, IReadOnlyList<ShippedFile> Files);
