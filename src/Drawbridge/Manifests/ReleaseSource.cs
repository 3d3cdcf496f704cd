namespace Drawbridge.Manifests;

/// <summary>Where a release's scripts come from.</summary>
/// <param name="Repository"><c>owner/name</c>, or a path for a local run.</param>
/// <param name="Commit">The full hash.</param>
/// <param name="Ref">Such as <c>refs/heads/main</c>.</param>
/// <param name="Run">The workflow run's address.</param>
/// <param name="Actor">Who started it.</param>
public sealed record ReleaseSource(string Repository, string Commit, string Ref, string? Run, string? Actor);
