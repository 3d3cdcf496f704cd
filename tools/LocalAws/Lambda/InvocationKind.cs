namespace Drawbridge.LocalAws.Lambda;

/// <summary>How somebody invoked the function.</summary>
public enum InvocationKind
{
    /// <summary>The caller waits for the answer.</summary>
    RequestResponse,

    /// <summary>Nobody waits; Lambda tries again when it fails.</summary>
    Event,
}
