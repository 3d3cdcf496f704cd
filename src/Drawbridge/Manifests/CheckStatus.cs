namespace Drawbridge.Manifests;

/// <summary>What a doctor's check found.</summary>
public enum CheckStatus
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>It works, but deserves a look.</summary>
    Warning,

    /// <summary>No release can be applied like this, or not everything that one may ask for.</summary>
    Broken,

    /// <summary>Nobody could look, because something before it is broken.</summary>
    Skipped,
}
