namespace Drawbridge;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>The check fails.</summary>
    Error,

    /// <summary>Worth a look before the merge.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Not looked for.</summary>
    Off,
}
