namespace Drawbridge.GitHubAction.Follow;

/// <summary>How a database's part of a run ended, the worst last.</summary>
internal enum OutcomeKind
{
    /// <summary>Everything that was pending is applied.</summary>
    Succeeded,

    /// <summary>
    /// A newer release finished first and holds this one's scripts: nothing was run, nothing is missing.
    /// </summary>
    Superseded,

    /// <summary>Never asked, because the root database did not succeed.</summary>
    NotStarted,

    /// <summary>Nothing final was seen in time.</summary>
    NoResult,

    /// <summary>The database could not be reached, and nobody tries again.</summary>
    Unavailable,

    /// <summary>Nothing was run, on purpose.</summary>
    Refused,

    /// <summary>A script failed.</summary>
    Failed,
}
