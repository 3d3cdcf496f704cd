namespace Drawbridge.Manifests;

/// <summary>What a release asks for.</summary>
public enum ReleaseMode
{
    /// <summary>Apply what is pending.</summary>
    Apply,
}
