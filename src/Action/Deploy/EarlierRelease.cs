using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>A release that is in the bucket already.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Commit">The full hash that it ships.</param>
/// <param name="Databases">Those it was written for so far.</param>
internal sealed record EarlierRelease(ReleaseId Id, string Commit, IReadOnlyList<string> Databases)
{
    /// <summary>What it asks for.</summary>
    public ReleaseMode Mode { get; init; }

    /// <summary>The version at which an undo ends.</summary>
    public string? Target { get; init; }

    /// <summary>Whether it asks for the same.</summary>
    public bool Answers(DeployRequest request) =>
        (Mode, Target) == (request.Mode, request.Target) && (request.Database is null || Databases.Contains(request.Database));
}
