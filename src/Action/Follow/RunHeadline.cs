using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>What a run was about.</summary>
/// <param name="What">Such as the commit.</param>
/// <param name="Where">Such as the bucket.</param>
/// <param name="Release">The release's id.</param>
/// <param name="Took">From beginning to end.</param>
/// <param name="Places">Where its scripts are.</param>
internal sealed record RunHeadline(string What, string Where, string Release, TimeSpan Took, ScriptPlaces Places)
{
    /// <summary>What it was for.</summary>
    public ReleaseMode Mode { get; init; }
}
