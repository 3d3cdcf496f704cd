namespace Drawbridge.Manifests;

/// <summary>What the key of a manifest says, which counts more than the JSON below it.</summary>
/// <param name="Kind">From its prefix.</param>
/// <param name="Id">Its release id.</param>
/// <param name="Database">Its database.</param>
public sealed record ManifestKey(ManifestKind Kind, ReleaseId Id, string Database);
