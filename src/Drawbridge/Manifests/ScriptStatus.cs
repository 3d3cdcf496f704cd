namespace Drawbridge.Manifests;

/// <summary>What happened to one script.</summary>
public enum ScriptStatus
{
    /// <summary>Not yet.</summary>
    Pending,

    /// <summary>By this release.</summary>
    Applied,

    /// <summary>Before this release.</summary>
    Skipped,

    /// <summary>Tried and rolled back, or interrupted: the error says which.</summary>
    Failed,

    /// <summary>Taken back by this release.</summary>
    Undone,

    /// <summary>Taken over by this release: it was done before Drawbridge came.</summary>
    Adopted,
}
