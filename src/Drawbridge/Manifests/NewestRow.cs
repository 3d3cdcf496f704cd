namespace Drawbridge.Manifests;

/// <summary>The newest row of a database's history.</summary>
/// <param name="Version">Null for a repeatable.</param>
/// <param name="Script">The script's key.</param>
/// <param name="State">What became of it, in history's word.</param>
/// <param name="At">When that was.</param>
/// <param name="Release">The id of the release that did it.</param>
public sealed record NewestRow(string? Version, string Script, string State, DateTimeOffset At, string Release);
