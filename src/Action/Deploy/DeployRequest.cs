using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>What a deploy, an undo or a plan was asked to do.</summary>
/// <param name="Migrations">The folder of the scripts, from the repository's root.</param>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Layout">Where things are in it.</param>
/// <param name="RootDatabase">The database that goes first; empty for the engine's usual one.</param>
/// <param name="Timeout">How long to wait for answers.</param>
/// <param name="Options">How the scripts are to be applied.</param>
internal sealed record DeployRequest(
    string Migrations, string Bucket, BucketLayout Layout, string RootDatabase, TimeSpan Timeout, ReleaseOptions Options)
{
    /// <summary>What for.</summary>
    public ReleaseMode Mode { get; init; }

    /// <summary>The only database that it is about; null for all.</summary>
    public string? Database { get; init; }

    /// <summary>The version at which an undo ends; null for the other modes.</summary>
    public string? Target { get; init; }

    /// <summary>The function, to be asked when no result comes; null when nobody says which it is.</summary>
    public string? Function { get; init; }

    /// <summary>The environment that commits pass through before this one; null when nobody names it.</summary>
    public BucketPlace? Previous { get; init; }

    /// <summary>Where it happens.</summary>
    public BucketPlace Where => new(Bucket, Layout);
}
