using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>A mark that acts in a database.</summary>
/// <param name="Mark">As the release carries it.</param>
/// <param name="Script">What it marks.</param>
/// <param name="Row">The row of the script that was begun; null for a script of before Drawbridge's time.</param>
public sealed record ActingMark(ReleaseMark Mark, ReleaseScript Script, HistoryRow? Row);
