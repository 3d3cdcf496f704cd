namespace Drawbridge.Manifests;

/// <summary>What a release asks for.</summary>
public enum ReleaseMode
{
    /// <summary>Apply what is pending.</summary>
    Apply,

    /// <summary>Take migrations back, down to a version.</summary>
    Undo,

    /// <summary>Say what is pending; change nothing.</summary>
    Plan,
}
