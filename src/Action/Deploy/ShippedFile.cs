using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>A script to ship.</summary>
/// <param name="Script">What it is.</param>
/// <param name="Bytes">As the commit holds them.</param>
internal sealed record ShippedFile(Script Script, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Its key below the bucket's prefix.</summary>
    public string Key => BucketLayout.ScriptKey(Script.Database, Script.Path);
}
