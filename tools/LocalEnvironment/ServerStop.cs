namespace Drawbridge.LocalEnvironment;

/// <summary>How a server is stopped.</summary>
public enum ServerStop
{
    /// <summary>Sessions are ended, transactions rolled back, everything is written.</summary>
    Fast,

    /// <summary>As if the power failed: the next start recovers from the log.</summary>
    Immediate,
}
