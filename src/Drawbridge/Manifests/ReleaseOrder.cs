namespace Drawbridge.Manifests;

/// <summary>What happens to a pending migration whose version is lower than the highest applied one.</summary>
public enum ReleaseOrder
{
    /// <summary>It is refused.</summary>
    Strict,

    /// <summary>It is applied late.</summary>
    Any,
}
