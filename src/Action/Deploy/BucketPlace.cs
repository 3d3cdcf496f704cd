using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Deploy;

/// <summary>Where an environment's scripts, releases and results are.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Layout">Where things are in it.</param>
internal sealed record BucketPlace(string Bucket, BucketLayout Layout)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"bucket {Bucket}{(Layout.Prefix.Length == 0 ? "" : $", prefix {Layout.Prefix}")}";
}
