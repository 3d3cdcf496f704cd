namespace Drawbridge.Manifests;

/// <summary>How far a release has come.</summary>
public enum ResultStatus
{
    /// <summary>At work; the result will be written again.</summary>
    Running,

    /// <summary>Everything that was pending is applied.</summary>
    Succeeded,

    /// <summary>A script failed; what was applied before it stays.</summary>
    Failed,

    /// <summary>Nothing was run, on purpose.</summary>
    Refused,

    /// <summary>A newer release finished first; nothing was run.</summary>
    Superseded,

    /// <summary>Database or network not reachable; the platform tries again.</summary>
    Unavailable,
}
