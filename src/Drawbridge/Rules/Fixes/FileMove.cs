namespace Drawbridge.Rules.Fixes;

/// <summary>A file that should be somewhere else.</summary>
/// <param name="From">Where it is, from the repository's root.</param>
/// <param name="To">Where it should be.</param>
public sealed record FileMove(string From, string To);
