namespace Nuke.Common.Tooling;

/// <summary>Where a line of output came from.</summary>
public enum OutputType
{
    /// <summary>Standard output.</summary>
    Std,

    /// <summary>Standard error.</summary>
    Err,
}
