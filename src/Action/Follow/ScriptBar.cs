using Drawbridge.Manifests;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>One script's time in a chart.</summary>
/// <param name="Database">Its database.</param>
/// <param name="Script">What became of it.</param>
/// <param name="Start">Since the first script began.</param>
/// <param name="Length">How long it took.</param>
internal sealed record ScriptBar(string Database, ScriptResult Script, TimeSpan Start, TimeSpan Length);
