namespace Drawbridge.Manifests;

/// <summary>Which prefix a manifest lies under; the prefix grants the right, never the JSON.</summary>
public enum ManifestKind
{
    /// <summary>May apply.</summary>
    Release,

    /// <summary>May only read.</summary>
    Plan,

    /// <summary>The function's answer.</summary>
    Result,
}
