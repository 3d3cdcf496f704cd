using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>A script of the release that this run will apply.</summary>
/// <param name="Entry">As the release names it.</param>
/// <param name="Begun">The row of an earlier try that goes on now; null for a fresh start.</param>
public sealed record PendingScript(ReleaseScript Entry, HistoryRow? Begun);
